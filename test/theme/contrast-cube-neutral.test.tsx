import { testContrast } from '../support/contrast-tests.ts';

testContrast({});
