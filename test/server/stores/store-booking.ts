export { booking, HOUR } from '../../../src/server/stores/suite/records-for-checks.ts';
