// Who may import whom, as one table. ARCHITECTURE.md says why.
import { posix } from 'node:path';

interface Layer {
  /** Other layers it may know; its own files it always may. */
  layers: readonly string[];
  /** Packages it may know, each with its sub-paths. No other layer may list the same one. */
  packages: readonly string[];
  /** Whether `node:` modules are open to it. Layers that also run in a browser say no. */
  node: boolean;
}

const reactPackages = [
  'react',
  'react-dom',
  'react-hook-form',
  '@hookform/resolvers',
  '@tanstack/react-query',
  'react-easy-crop',
  '@simplewebauthn/browser',
  'uqr',
  '@zxcvbn-ts/core',
];

/** Every folder of `src/` that holds a layer. The longest path that fits a file is its layer. */
export const layers: Readonly<Record<string, Layer>> = {
  contract: { layers: [], packages: ['zod/mini'], node: false },
  words: { layers: [], packages: [], node: false },
  'words/interface': { layers: ['words'], packages: [], node: false },
  'words/mails': { layers: ['words'], packages: [], node: false },
  client: { layers: ['contract'], packages: [], node: false },
  react: { layers: ['contract', 'words/interface'], packages: reactPackages, node: false },
  theme: { layers: [], packages: ['culori'], node: false },
  'server/ports': { layers: ['contract'], packages: [], node: false },
  'server/mails': {
    layers: ['contract', 'server/ports', 'words', 'words/mails'],
    packages: [],
    node: false,
  },
  'server/operations': {
    layers: ['contract', 'server/ports', 'server/mails'],
    packages: ['otpauth'],
    node: false,
  },
  'server/http': {
    layers: ['contract', 'server/ports', 'server/operations'],
    packages: [],
    node: true,
  },
  'server/http/express.ts': {
    layers: ['contract', 'server/ports', 'server/operations', 'server/http'],
    packages: ['express'],
    node: true,
  },
  'server/sql': { layers: ['contract', 'server/ports'], packages: ['kysely', 'pg'], node: true },
  'server/node': {
    layers: ['contract', 'server/ports'],
    packages: ['sharp', 'nodemailer', '@simplewebauthn/server'],
    node: true,
  },
  memory: {
    layers: ['contract', 'server/ports', 'server/operations', 'server/mails'],
    packages: [],
    node: false,
  },
  testing: { layers: ['contract', 'server/ports'], packages: ['vitest'], node: true },
};

const longestFirst = Object.keys(layers).toSorted((a, b) => b.length - a.length);

function layerOf(source: string): string | undefined {
  return longestFirst.find((path) => source === path || source.startsWith(`${path}/`));
}

/** Files whose exports are the public API: one per key of `exports`, and the locales. */
function isEntry(source: string): boolean {
  return !source.includes('/') || source.startsWith('locales/');
}

function fits(specifier: string, packages: readonly string[]): boolean {
  return packages.some((name) => specifier === name || specifier.startsWith(`${name}/`));
}

function judgeFromLayer(
  name: string,
  layer: Layer,
  specifier: string,
  target: string | null,
): string | null {
  if (target === null) {
    if (specifier.startsWith('node:')) {
      return layer.node ? null : `${name} also runs in a browser: no ${specifier}`;
    }
    return fits(specifier, layer.packages) ? null : `${name} may not know the package ${specifier}`;
  }
  if (isEntry(target)) return `${name} may not import the entry src/${target}`;
  const other = layerOf(target);
  if (other === name || (other !== undefined && layer.layers.includes(other))) return null;
  // A single file that knows one package more is still a part of its folder for everybody inside.
  if (other?.startsWith(`${name}/`) && other.endsWith('.ts')) return null;
  return `${name} may not import ${other ?? `src/${target}`}`;
}

/**
 * Judges one import.
 *
 * @param file path of the importing file from the root of the project, with `/`
 * @param specifier what stands between the quotes
 * @returns a sentence that says what is wrong, or null
 */
export function judge(file: string, specifier: string): string | null {
  const relative = specifier.startsWith('.');
  const path = relative ? posix.join(posix.dirname(file), specifier) : null;
  const target = path?.startsWith('src/') ? path.slice('src/'.length) : null;

  if (!file.startsWith('src/')) {
    const reaches = target !== null && /^(stories|examples|\.storybook)\//.test(file);
    if (!reaches || target.endsWith('.css')) return null;
    return `import the package by its name, not src/${target}`;
  }

  if (relative && target === null) return `src may not reach out to ${path}`;
  const source = file.slice('src/'.length);
  if (isEntry(source)) {
    if (target === null) return `an entry only hands on what the layers have, not ${specifier}`;
    return isEntry(target) ? `an entry may not import the entry src/${target}` : null;
  }
  const name = layerOf(source);
  const layer = name === undefined ? undefined : layers[name];
  if (name === undefined || layer === undefined) {
    return `src/${source} is in no known layer; scripts/lint/layers.ts lists them`;
  }
  return judgeFromLayer(name, layer, specifier, target);
}
