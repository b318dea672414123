import '../../src/themes/contrast.css';
import { testContrast } from '../support/contrast-tests.ts';

testContrast({ theme: 'contrast', least: { text: 7, edge: 4.5 } });
