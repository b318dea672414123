import '../../src/themes/sharp.css';
import { testContrast } from '../support/contrast-tests.ts';

testContrast({ theme: 'sharp' });
