import type { Endpoint } from '../../src/contract/endpoint.ts';
import type { EndpointName } from '../../src/contract/endpoints.ts';
import { endpointDocs, tags } from '../../src/contract/openapi/endpoint-docs.ts';
import type { JsonSchema } from '../../src/contract/openapi/json-schemas.ts';
import {
  type AnyExample,
  errorsOf,
  examplesOf,
  type OpenApiDocument,
  rows,
} from '../../src/contract/openapi/openapi.ts';
import { problems } from '../../src/contract/problem.ts';
import { code, fence, join, table } from './markdown.ts';

const server = 'http://localhost:8000';

/** A JSON Schema as one reads a type: `string · date-time`, `array of Slot`, `"a" | "b"`. */
function typeOf(schema: JsonSchema): string {
  if (typeof schema.$ref === 'string') return linkTo(schema.$ref.split('/').at(-1) ?? '');
  if (Array.isArray(schema.enum)) return schema.enum.map((value) => code(JSON.stringify(value))).join(' or ');
  if ('const' in schema) return code(JSON.stringify(schema.const));
  const forms = (schema.anyOf ?? schema.oneOf) as JsonSchema[] | undefined;
  if (forms) return forms.map(typeOf).join(' or ');
  if (schema.type === 'array') return `list of ${typeOf(schema.items as JsonSchema)}`;
  if (schema.type === 'object' && schema.properties) {
    const fields = Object.entries(schema.properties as Record<string, JsonSchema>);
    return `{ ${fields.map(([name, each]) => `${name}: ${typeOf(each)}`).join(', ')} }`;
  }
  if (schema.type === 'object') return `map of ${typeOf(schema.additionalProperties as JsonSchema)}`;
  return [[schema.type].flat().join(' or '), schema.format, limits(schema)].filter(Boolean).join(', ') || 'anything';
}

function limits({ minimum, maximum, maxLength, maxItems }: JsonSchema): string {
  if (minimum !== undefined && maximum !== undefined) return `${minimum} to ${maximum}`;
  if (minimum !== undefined) return `at least ${minimum}`;
  if (maxLength !== undefined) return `up to ${maxLength} characters`;
  return maxItems === undefined ? '' : `up to ${maxItems}`;
}

const linkTo = (name: string): string => `[${name}](#${name.toLowerCase()})`;

function schemaSection(name: string, schema: JsonSchema): string {
  const required = (schema.required ?? []) as string[];
  const fields = Object.entries((schema.properties ?? {}) as Record<string, JsonSchema>);
  return join(
    `### ${name}`,
    typeof schema.description === 'string' ? schema.description : '',
    fields.length === 0
      ? typeOf(schema)
      : table(
          ['field', 'type', ''],
          fields.map(([field, each]) => [code(field), typeOf(each), required.includes(field) ? 'always' : '']),
        ),
  );
}

function addressOf(endpoint: Endpoint, { request }: AnyExample): string {
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => String(request.params?.[name]));
  const query = Object.entries(request.query ?? {}).map(([name, value]) => `${name}=${value}`);
  return `${server}${path}${query.length > 0 ? `?${query.join('&')}` : ''}`;
}

function curl(endpoint: Endpoint, example: AnyExample): string {
  const address = addressOf(endpoint, example);
  const quoted = address.includes('?') ? `"${address}"` : address;
  const method = endpoint.method === 'GET' ? '' : `-X ${endpoint.method} `;
  const lines = [`curl ${method}${quoted}`];
  if (endpoint.auth === 'required') lines.push('-H "Authorization: Bearer YOUR_TOKEN"');
  if (endpoint.headers?.includes('if-match')) lines.push(`-H 'If-Match: "1"'`);
  if (example.request.body) {
    lines.push('-H "Content-Type: application/json"', `-d '${JSON.stringify(example.request.body, null, 2)}'`);
  }
  return lines.join(' \\\n  ');
}

function exampleSection(endpoint: Endpoint, example: AnyExample): string {
  const reply = example.reply === undefined ? '' : fence('json', JSON.stringify(example.reply, null, 2));
  return join(`**${example.title}**`, fence('bash', curl(endpoint, example)), reply);
}

const access = { none: 'Needs no token.', optional: 'Reads a token when one is sent.', required: 'Needs a token.' };

function call(name: EndpointName, endpoint: Endpoint, document: OpenApiDocument): string {
  const operation = document.paths[endpoint.path]?.[endpoint.method.toLowerCase()];
  const parameters = ((operation?.parameters ?? []) as JsonSchema[]).filter((each) => each.in === 'query');
  const { summary, description } = endpointDocs[name];
  const body = (operation?.requestBody as { content: { 'application/json': { schema: JsonSchema } } } | undefined)
    ?.content;
  const refusals = errorsOf(endpoint).map((each) => `${problems[each].status} ${code(each)}`);
  return join(
    `### ${summary}: \`${endpoint.method} ${endpoint.path}\``,
    `${description} ${access[endpoint.auth]}${endpoint.extension ? ' Extension: a server may do without it.' : ''}`,
    table(
      ['query', 'type', ''],
      parameters.map((each) => [
        code(String(each.name)),
        typeOf(each.schema as JsonSchema),
        each.required ? 'required' : '',
      ]),
    ),
    body ? `Body: ${typeOf(body['application/json'].schema)}` : '',
    ...examplesOf(name).map((example) => exampleSection(endpoint, example)),
    `Refusals: ${refusals.join(', ')}.`,
  );
}

/** `docs/contract.md`: every call with its examples, every refusal, every shape. */
export function contractReference(document: OpenApiDocument): string {
  const calls = Object.entries(tags).flatMap(([tag, words]) => [
    `## ${tag}`,
    words,
    ...rows
      .filter(([name]) => endpointDocs[name].tag === tag)
      .map(([name, endpoint]) => call(name, endpoint, document)),
  ]);
  return `${join(
    '# The contract',
    '<!-- Written by `npm run docs` from src/contract: change it there. -->',
    'The calls between the widget and a server, made from the one table in `src/contract/endpoints.ts`. The same as an ' +
      'OpenAPI 3.1 document: `openapi.json`.',
    'Instants are UTC, whole seconds (`2025-11-15T14:00:00Z`); days `YYYY-MM-DD`; time zones IANA ids. To book, a ' +
      'server of your own needs two calls (`GET /booking/coach/{coach_id}/availability` and `POST /booking`) and a token of the page; all ' +
      'else is optional, and the widget hides what is missing. [your-backend.md](your-backend.md) has the stages from there to the whole, ' +
      'and what each extension unlocks.',
    ...calls,
    '## Errors',
    'Every refusal is `application/problem+json` (RFC 9457): `code` is what programs switch on, `detail` is for people; ' +
      'a 422 lists the fields in `errors`. A client also understands `{"detail": "…"}` alone, a list of `{loc, msg}` in ' +
      '`detail`, and `{"error": {"code", "message"}}`.',
    table(
      ['status', 'code', 'detail'],
      Object.entries(problems)
        .sort(([, a], [, b]) => a.status - b.status)
        .map(([name, { status, detail }]) => [String(status), code(name), detail]),
    ),
    '## Shapes',
    ...Object.entries(document.components.schemas).map(([name, schema]) => schemaSection(name, schema)),
  )}\n`;
}
