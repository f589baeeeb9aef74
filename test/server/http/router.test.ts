import { expect, test } from 'vitest';
import type { Endpoint } from '../../../src/contract/endpoint.ts';
import { endpoints } from '../../../src/contract/endpoints.ts';
import { matchRoute } from '../../../src/server/http/router.ts';

test('every row of the contract leads to itself, with its parameters', () => {
  for (const [name, { method, path }] of Object.entries<Endpoint>(endpoints)) {
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter);
    const params = Object.fromEntries(names.map((parameter) => [parameter, `a ${parameter}/ü`]));
    const actual = path.replace(/\{(\w+)\}/g, (_, parameter) => encodeURIComponent(`a ${parameter}/ü`));
    expect(matchRoute(method, actual)).toEqual({ kind: 'endpoint', name, params });
  }
});

test('a parameter is never empty, and never half a letter', () => {
  expect(matchRoute('GET', '/booking/client/')).toMatchObject({ name: 'getBooking', params: { booking_id: 'client' } });
  expect(matchRoute('PATCH', '/booking//status')).toEqual({ kind: 'nothing' });
  expect(matchRoute('GET', '/coaches/%ff')).toEqual({ kind: 'nothing' });
});
