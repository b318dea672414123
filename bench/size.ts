import { note, reason, report } from './figure.ts';
import { packageForm } from './package.ts';
import { buildPage, gzipKilobytes, holds } from './page.ts';
import type { BuiltPage } from './page.ts';

const framework = ['react', 'react-dom', 'scheduler'];
const dependencies = [
  '@tanstack',
  'react-hook-form',
  'zod',
  'react-easy-crop',
  '@simplewebauthn',
  'uqr',
  '@zxcvbn-ts',
];
const cropper = 'react-easy-crop';

const scripts = (chunks: BuiltPage['initial']): number =>
  gzipKilobytes(chunks.map((chunk) => chunk.code));

/** Builds the settings page for production and prints what a host's visitor downloads. */
export async function measureSize(): Promise<void> {
  const dependencyFloor = await buildPage('dependencies.html', framework);
  const floorSize = scripts(dependencyFloor.initial);
  note('dependencies alone, initial JS (gzip)', floorSize, 'kB');
  note('dependencies alone, cropper (gzip, lazy)', scripts(dependencyFloor.lazy), 'kB');

  let page: BuiltPage | null = null;
  let own: BuiltPage | null = null;
  let detail: string = packageForm().name;
  try {
    page = await buildPage('settings.html', framework);
    own = await buildPage('settings.html', [...framework, ...dependencies], { runtime: false });
  } catch (error) {
    detail = reason(error);
  }
  const styles = page?.assets.filter((asset) => asset.fileName.endsWith('.css')) ?? [];
  const cropperChunks = page?.lazy.filter((chunk) => holds(chunk, cropper)) ?? [];
  const early = page?.initial.filter((chunk) => holds(chunk, cropper)) ?? [];

  report({
    name: 'settings page, initial JS without react (gzip)',
    value: page && scripts(page.initial),
    unit: 'kB',
    bar: { atMost: 50 },
    detail,
  });
  report({
    name: 'settings page, CSS (gzip)',
    value: page && styles.length > 0 ? gzipKilobytes(styles.map((sheet) => sheet.source)) : null,
    unit: 'kB',
    bar: { atMost: 9 },
    detail,
  });
  report({
    name: 'settings page, own code in the initial JS (gzip)',
    value: own && scripts(own.initial),
    unit: 'kB',
    bar: { atMost: 20 },
    detail,
  });
  report({
    name: 'chunks with the cropper that load with the page',
    value: page && cropperChunks.length > 0 ? early.length : null,
    unit: '',
    bar: { atMost: 0 },
    detail: page
      ? `${scripts(cropperChunks).toFixed(2)} kB in ${cropperChunks.length} lazy chunk(s)`
      : detail,
  });
  if (page && own) {
    note('settings page, lazy JS in all (gzip)', scripts(page.lazy), 'kB');
    note('own code in the lazy JS (gzip)', scripts(own.lazy), 'kB');
  }
}
