// Makes dist/: one .js and one .d.ts for each source file, one style sheet, and the OpenAPI document.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createOpenApi } from './openapi.ts';
import { programs, root, runNode } from './steps.ts';
import { bundleStyles } from './styles.ts';

const made =
  runNode([programs.vite, 'build', '--logLevel', 'warn']) &&
  runNode([programs.tsc, '-p', 'tsconfig.build.json']);
if (!made) process.exit(1);

writeFileSync(join(root, 'dist/styles.css'), bundleStyles());
// Without it TypeScript 6 refuses `import 'selvedge/styles.css'` in a host.
writeFileSync(join(root, 'dist/styles.css.d.ts'), 'export {};\n');
writeFileSync(join(root, 'dist/openapi.json'), `${JSON.stringify(createOpenApi(), null, 2)}\n`);
console.log('Built dist/');
