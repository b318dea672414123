// Makes dist/: one .js and one .d.ts for each source file, the style sheets, the design tokens and the OpenAPI document.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createOpenApi } from './openapi.ts';
import { programs, root, runNode } from './steps.ts';
import { bundleStyles, extraStyles } from './styles.ts';
import { defaultDesignTokens } from './themes.ts';

const made =
  runNode([programs.vite, 'build', '--logLevel', 'warn']) &&
  runNode([programs.tsc, '-p', 'tsconfig.build.json']);
if (!made) process.exit(1);

for (const folder of ['themes', 'bridges'])
  mkdirSync(join(root, 'dist', folder), { recursive: true });
for (const [path, sheet] of [['styles.css', bundleStyles()], ...extraStyles()] as const) {
  writeFileSync(join(root, 'dist', path), sheet);
  // Without it TypeScript 6 refuses `import 'selvedge/styles.css'` in a host.
  writeFileSync(join(root, 'dist', `${path}.d.ts`), 'export {};\n');
}
writeFileSync(join(root, 'dist/tokens.json'), defaultDesignTokens());
writeFileSync(join(root, 'dist/openapi.json'), `${JSON.stringify(createOpenApi(), null, 2)}\n`);
console.log('Built dist/');
