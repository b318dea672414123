// Writes src/themes/*.css from the seeds of the presets, and the table of tokens in docs/theming.md; with --check it only
// says whether they are up to date.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTheme, themePresets, themeRoles } from '../src/theme.ts';
import { root } from './steps.ts';

const [start, end] = ['<!-- tokens: start -->', '<!-- tokens: end -->'];

/** The sheet of one preset. */
function presetSheet(name: keyof typeof themePresets): string {
  return `/* Made by scripts/themes.ts from src/theme/theme-presets.ts. */\n${createTheme(themePresets[name]).css}`;
}

/** Every role as a row, seeds first. */
function tokenTable(): string {
  const { light, dark } = createTheme({ name: 'neutral' }).tokens;
  const code = (text: string): string => `\`${text}\``;
  const rows = (Object.keys(themeRoles) as (keyof typeof themeRoles)[]).map((role) => {
    const { variable, seed, use } = themeRoles[role];
    const name = variable === null ? `${role} (derived)` : code(variable);
    const same = light[role] === dark[role];
    const values = same ? [code(light[role]), ''] : [code(light[role]), code(dark[role])];
    return `| ${[seed ? `**${name}**` : name, ...values, use].join(' | ')} |`;
  });
  return ['| variable | light, or both | dark | where |', '|---|---|---|---|', ...rows].join('\n');
}

/** Every file that is made from the themes, with what it has to hold. */
export function themeFiles(): Map<string, string> {
  const files = new Map<string, string>();
  for (const name of Object.keys(themePresets) as (keyof typeof themePresets)[]) {
    files.set(`src/themes/${name}.css`, presetSheet(name));
  }
  const guide = readFileSync(join(root, 'docs/theming.md'), 'utf8');
  const [before = '', rest = ''] = guide.split(start);
  const [, after = ''] = rest.split(end);
  files.set('docs/theming.md', `${before}${start}\n\n${tokenTable()}\n\n${end}${after}`);
  return files;
}

/** The default theme in the form of the Design Tokens Format Module. */
export function defaultDesignTokens(): string {
  return `${JSON.stringify(createTheme({ name: 'neutral' }).designTokens, null, 2)}\n`;
}

if (import.meta.main) {
  const changed = [...themeFiles()].filter(([path, text]) => {
    const file = join(root, path);
    return !existsSync(file) || readFileSync(file, 'utf8') !== text;
  });
  for (const [path, text] of changed) {
    if (!process.argv.includes('--check')) writeFileSync(join(root, path), text);
    console.log(`${process.argv.includes('--check') ? 'Not up to date' : 'Wrote'}: ${path}`);
  }
  if (process.argv.includes('--check') && changed.length > 0) process.exit(1);
}
