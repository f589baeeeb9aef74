import { createMemoryStore } from '../../../src/server/stores/memory.ts';
import { testStore } from './store-suite.ts';

testStore(createMemoryStore);
