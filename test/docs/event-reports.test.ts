import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Manifest } from '../../.ci/docs/manifest.ts';
import { reportedEvents } from '../../src/elements/booking/reported-events.ts';

const { modules } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../custom-elements.json'), 'utf8'),
) as Manifest;

test.each(['cb-booking', 'cb-booking-button'])('every event of <%s> reaches its eventListener', (tag) => {
  const element = modules.flatMap(({ declarations }) => declarations).find(({ tagName }) => tagName === tag);
  const events = (element?.events ?? []).map(({ name }) => name);
  expect(events.length).toBeGreaterThan(2);
  expect(events.filter((name) => !reportedEvents.some((reported) => reported === name))).toEqual([]);
});
