import { globSync } from 'node:fs';
import { expect, test } from 'vitest';
import { root } from '../../scripts/steps.ts';

const features = [
  'profile',
  'email-change',
  'password-change',
  'avatar',
  'delete-account',
  'step-up',
];

// The columns of the grid in ARCHITECTURE.md: what every feature has, from its schema to its story.
const columns: [column: string, pattern: (feature: string) => string][] = [
  ['a contract', (feature) => `src/contract/${feature}.ts`],
  ['operations', (feature) => `src/server/operations/${feature}.ts`],
  ['components', (feature) => `src/react/${feature}/${feature}*.tsx`],
  ['English words', (feature) => `src/words/interface/en/${feature}.ts`],
  ['a test of its operations', (feature) => `test/{operations,server}/**/${feature}*.test.ts`],
  ['a test of its components', (feature) => `test/react/**/${feature}*.test.tsx`],
  ['a story', (feature) => `stories/**/${feature}*.stories.tsx`],
];

test.each(features)('%s has everything from its schema to its story', (feature) => {
  const missing = columns
    .map(([column, pattern]) => [column, pattern(feature)] as const)
    .filter(([, pattern]) => globSync(pattern, { cwd: root }).length === 0);
  expect(missing).toEqual([]);
});

test('no folder or file is named for nothing in particular', () => {
  const names = ['utils', 'helpers', 'lib', 'common', 'types', 'hooks', 'shared', 'misc'];
  const everywhere = `{src,stories,test,examples}/**/{${names.join(',')}}{,.*}`;
  const found = globSync(everywhere, { cwd: root, exclude: ['**/node_modules/**'] });
  expect(found).toEqual([]);
});
