import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const readme = read('README.md');
const server = read('examples/express-sqlite/server.ts');

interface Block {
  kind: string;
  code: string;
  /** The nearest heading above it. */
  under: string;
}

/** Every fenced block of a page. */
function findBlocks(markdown: string): Block[] {
  return [...markdown.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(
    ({ 1: kind = '', 2: code = '', index }) => {
      const headings = [...markdown.slice(0, index).matchAll(/^#+ (.*)$/gm)];
      return { kind, code, under: headings.at(-1)?.[1] ?? '' };
    },
  );
}

const blocks = findBlocks(readme);
const lines = (code: string): string[] => code.split('\n').filter((line) => line.trim() !== '');

describe('the code in the README', () => {
  test('compiles as it stands, and so does that of the documents and guides', () => {
    const folder = join(root, '.cache/readme');
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const pages = ['README.md', ...globSync(['docs/*.md', 'stories/guides/*.mdx'], { cwd: root })];
    for (const page of pages) {
      for (const [index, block] of findBlocks(read(page)).entries()) {
        if (!['ts', 'tsx'].includes(block.kind)) continue;
        const name = `${page.replace(/\W/g, '-')}-${index}.${block.kind}`;
        writeFileSync(join(folder, name), `${block.code}\nexport {};\n`);
      }
    }
    const code = globSync('*.{ts,tsx}', { cwd: folder });
    for (const page of ['README-md', 'docs-theming-md', 'stories-guides-words-mdx']) {
      expect(code.filter((name) => name.startsWith(page)).length).toBeGreaterThan(1);
    }
    const config = {
      extends: '../../tsconfig.json',
      compilerOptions: {
        noUnusedLocals: false,
        paths: {
          selvedge: ['../../src/index.ts'],
          'selvedge/styles.css': ['../../src/styles.css'],
          'selvedge/themes/*': ['../../src/themes/*'],
          'selvedge/*': ['../../src/*.ts'],
        },
      },
      include: ['*.ts', '*.tsx'],
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
    const compiler = join(root, 'node_modules/typescript/bin/tsc');
    const compiled = spawnSync(process.execPath, [compiler, '-p', folder], { encoding: 'utf8' });
    expect(compiled).toMatchObject({ stdout: '', stderr: '', status: 0 });
  });

  test('embeds in 12 lines', () => {
    const block = blocks.find(({ under, kind }) => under.startsWith('Embed') && kind === 'tsx');
    expect(lines(block?.code ?? '').length).toBeGreaterThan(0);
    expect(lines(block?.code ?? '').length).toBeLessThanOrEqual(12);
  });

  test('serves in 12 lines, which are those of the example', () => {
    const block = blocks.find(({ under, kind }) => under.startsWith('Serve') && kind === 'ts');
    const code = block?.code ?? '';
    const from = code.indexOf('const app = express();');
    const end = "app.use('/api/auth', accounts);\n";
    const main = code.slice(from, code.indexOf(end) + end.length);
    expect(lines(main)).toHaveLength(12);
    expect(server).toContain(main);
    for (const line of lines(code).filter((it) => it.startsWith('import'))) {
      expect(server).toContain(`${line}\n`);
    }
  });

  test('shows pictures that are there and below 300 kB', () => {
    const pictures = [...readme.matchAll(/(?:!\[[^\]]*\]\(|src(?:set)?=")([^)"\s]+)/g)];
    expect(pictures.length).toBeGreaterThan(0);
    for (const [, path = ''] of pictures) {
      expect(statSync(join(root, path)).size).toBeLessThan(300_000);
    }
  });
});

test('the server of the example stays under 60 lines', () => {
  expect(lines(server).length).toBeLessThan(60);
});
