// Makes dist/: one .js and one .d.ts for each source file, and one style sheet.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { programs, root, runNode } from './steps.ts';
import { bundleStyles } from './styles.ts';

const made =
  runNode([programs.vite, 'build', '--logLevel', 'warn']) &&
  runNode([programs.tsc, '-p', 'tsconfig.build.json']);
if (!made) process.exit(1);

if (existsSync(join(root, 'src/styles.css'))) {
  writeFileSync(join(root, 'dist/styles.css'), bundleStyles());
  // Without it TypeScript 6 refuses `import 'selvedge/styles.css'` in a host.
  writeFileSync(join(root, 'dist/styles.css.d.ts'), 'export {};\n');
}
console.log('Built dist/');
