import fc from 'fast-check';
import { seed } from './fast-check-seed.ts';

fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
