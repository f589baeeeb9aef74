import { writeFileSync } from 'node:fs';
import { checkBackend } from '../../src/server/conformance/check-backend.ts';
import { verdictOn } from '../../src/server/conformance/finding.ts';
import {
  CLIENTS,
  type Exchange,
  exampleHash,
  lineOf,
  PASSWORD,
  startExample,
  transcriptFile,
} from './fastapi-backend.ts';

// Records what the FastAPI example answers to the check, for machines without its packages:
// python3 -m venv venv && venv/bin/pip install -r examples/backend-fastapi/requirements.txt
// PYTHON=$PWD/venv/bin/python node test/examples/record-backend-fastapi.ts
const now = Date.now();
Date.now = () => now;
let made = 0;
crypto.randomUUID = () => `00000000-0000-4000-8000-${String(++made).padStart(12, '0')}`;

const example = await startExample();
const exchanges: Exchange[] = [];
const recording: typeof fetch = async (input, init) => {
  const request = new Request(input, init);
  const line = await lineOf(request.clone());
  const response = await fetch(request, { redirect: 'manual' });
  const body = await response.text();
  const { status } = response;
  exchanges.push({ request: line, status, headers: [...response.headers], body });
  return new Response(status === 204 ? null : body, { status, headers: response.headers });
};
const [account, other] = CLIENTS.map((email) => ({ email, password: PASSWORD }));
const options = { api: example.api, fetch: recording, account, other: { account: other }, book: true };
const findings = await checkBackend(options);
example.stop();
if (verdictOn(findings) === 'fails')
  throw new Error(JSON.stringify(findings.filter(({ verdict }) => verdict === 'wrong')));
const head = { example: exampleHash(), api: example.api, now };
writeFileSync(transcriptFile, `${[head, ...exchanges].map((each) => JSON.stringify(each)).join('\n')}\n`);
console.log(`${exchanges.length} exchanges recorded`);
