import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test } from 'vitest';
import type { JsonSchema } from '../../../src/contract/openapi/json-schemas.ts';
import { errorsOf, openApiDocument, rows } from '../../../src/contract/openapi/openapi.ts';
import { problems } from '../../../src/contract/problem.ts';

const document = openApiDocument({ version: '1.2.3' });
const plain = JSON.parse(JSON.stringify(document));
const operationOf = (path: string, method: string) => plain.paths[path][method];

describe('the OpenAPI document', () => {
  test('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(structuredClone(plain));
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
    expect(validator.version).toBe('3.1');
  });

  test('has every row of the table, under its name, once', () => {
    const found = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId }]) => `${operationId}: ${method.toUpperCase()} ${path}`),
    );
    expect(found.sort()).toEqual(rows.map(([name, { method, path }]) => `${name}: ${method} ${path}`).sort());
  });

  test('refers only to what it has', () => {
    const references = JSON.stringify(plain).match(/"\$ref":"[^"]+"/g) ?? [];
    expect(references.length).toBeGreaterThan(100);
    for (const reference of new Set(references)) {
      const path = reference.slice('"$ref":"#/'.length, -1).split('/');
      expect(
        path.reduce((part, key) => part?.[key], plain),
        reference,
      ).toBeDefined();
    }
  });

  test('lists every refusal of a call under its status, with its code', () => {
    for (const [name, endpoint] of rows) {
      const responses = operationOf(endpoint.path, endpoint.method.toLowerCase()).responses;
      for (const code of errorsOf(endpoint)) {
        const text = JSON.stringify(responses[String(problems[code].status)]);
        expect(text, `${name} ${code}`).toContain(code);
      }
    }
  });

  test('says which calls need a token', () => {
    expect(operationOf('/booking', 'post').security).toEqual([{ bearer: [] }]);
    expect(operationOf('/coaches', 'get').security).toEqual([{}, { bearer: [] }]);
    expect(operationOf('/auth/login', 'post').security).toEqual([]);
  });

  test('describes values as they are on the wire: date-times as text, query numbers as integers with their bounds', () => {
    const parameters: (JsonSchema & { schema: JsonSchema })[] = operationOf(
      '/booking/coach/{coach_id}/availability',
      'get',
    ).parameters;
    const schemaOf = (name: string) => parameters.find((each) => each.name === name)?.schema;
    expect(schemaOf('start_date')).toMatchObject({ type: 'string', format: 'date-time' });
    expect(schemaOf('duration_minutes')).toEqual({ type: 'integer', minimum: 15, maximum: 480 });
    expect(plain.components.schemas.Booking.properties.session_datetime).toMatchObject({ format: 'date-time' });
    expect(plain.components.schemas.BookingPage.properties.bookings.items).toEqual({
      $ref: '#/components/schemas/Booking',
    });
  });

  test('names the headers a call reads and writes', () => {
    const refs = (path: string, method: string) => JSON.stringify(operationOf(path, method));
    expect(refs('/booking', 'post')).toContain('#/components/parameters/idempotency-key');
    expect(refs('/coaches/{coach_id}/schedule', 'put')).toContain('#/components/parameters/if-match');
    expect(refs('/coaches/{coach_id}/schedule', 'get')).toContain('#/components/headers/ETag');
  });

  test('carries no limit that is only an artefact of the parser', () => {
    expect(JSON.stringify(plain)).not.toContain(String(Number.MAX_SAFE_INTEGER));
    expect(JSON.stringify(plain.components.schemas)).not.toContain('$schema');
  });
});
