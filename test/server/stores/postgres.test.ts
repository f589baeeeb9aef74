import { afterAll, beforeAll, describe } from 'vitest';
import { openPostgresStore } from '../../../src/server/stores/postgres.ts';
import { testStore } from './store-suite.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
}, 60_000);
afterAll(() => database.drop());

describe('a store in PostgreSQL', () => {
  testStore(async () => {
    const store = await openPostgresStore(database.url);
    await database.empty();
    return store;
  });
});
