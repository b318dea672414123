import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './steps.ts';

const importLine = /^@import '(?<path>\.\/[^']+\.css)';$/;

/**
 * Puts the files that `src/styles.css` imports into one sheet, unchanged and in its order.
 * The sheet may hold nothing but imports and comments, so that each rule stands with its part.
 */
export function bundleStyles(): string {
  const sheet = readFileSync(join(root, 'src/styles.css'), 'utf8').replaceAll(/\/\*.*?\*\//gs, '');
  const lines = sheet.split('\n').filter((line) => line.trim() !== '');
  const parts = lines.map((line) => {
    const path = importLine.exec(line)?.groups?.['path'];
    if (path === undefined) throw new Error(`src/styles.css may only import: ${line}`);
    return readFileSync(join(root, 'src', path), 'utf8').trim();
  });
  return `${parts.join('\n\n')}\n`;
}

/** The sheets that stand beside it, themes and bridges, by their path in `dist/`. They are shipped as they are. */
export function extraStyles(): (readonly [path: string, sheet: string])[] {
  return globSync(['themes/*.css', 'bridges/*.css'], { cwd: join(root, 'src') })
    .map((path) => path.replaceAll('\\', '/'))
    .toSorted()
    .map((path) => [path, readFileSync(join(root, 'src', path), 'utf8')] as const);
}
