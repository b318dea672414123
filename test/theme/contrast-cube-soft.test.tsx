import '../../src/themes/soft.css';
import { testContrast } from '../support/contrast-tests.ts';

testContrast({ theme: 'soft' });
