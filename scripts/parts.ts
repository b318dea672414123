// Writes docs/parts.md from the comments of the union of parts: `node scripts/parts.ts`.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './steps.ts';

/** Where the parts are declared, from the root of the project. */
export const partsSource = 'src/react/ui/part.ts';

/** What is written from it. */
export const partsPage = 'docs/parts.md';

const elements: Readonly<Record<string, string>> = {
  HTMLAnchorElement: '`a`',
  HTMLButtonElement: '`button`',
  HTMLCanvasElement: '`canvas`',
  HTMLDListElement: '`dl`',
  HTMLDialogElement: '`dialog`',
  HTMLDivElement: '`div`',
  HTMLElement: 'any',
  HTMLFormElement: '`form`',
  HTMLHeadingElement: '`h1` to `h6`',
  HTMLImageElement: '`img`',
  HTMLInputElement: '`input`',
  HTMLLIElement: '`li`',
  HTMLLabelElement: '`label`',
  HTMLParagraphElement: '`p`',
  HTMLProgressElement: '`progress`',
  HTMLSpanElement: '`span`',
  HTMLUListElement: '`ul`',
  SVGSVGElement: '`svg`',
};

/** One part, as its declaration says it. */
interface DeclaredPart {
  name: string;
  element: string;
  comment: string;
}

/** Reads every part out of the declaration; one without a comment is an error. */
export function readParts(source: string): DeclaredPart[] {
  const body = /export interface Parts \{([\s\S]*?)\n\}/.exec(source)?.[1];
  if (body === undefined) throw new Error('There is no interface Parts.');
  const declared = [...body.matchAll(/^ {2}'?([\w-]+)'?: (\w+);$/gm)].map(([, name]) => name);
  const described = [...body.matchAll(/\/\*\*([\s\S]*?)\*\/\s*'?([\w-]+)'?: (\w+);/g)].map(
    ([, comment = '', name = '', element = '']) => ({
      name,
      element,
      comment: comment.replaceAll(/\s*\n\s*\*?\s*/g, ' ').trim(),
    }),
  );
  const bare = declared.filter((name) => !described.some((part) => part.name === name));
  if (bare.length > 0) throw new Error(`Nothing says what these parts are: ${bare.join(', ')}`);
  return described;
}

/** The page about the parts. */
export function writeParts(source: string): string {
  const parts = readParts(source);
  const rows = parts.map(({ name, element, comment }) => {
    const shown = elements[element];
    if (shown === undefined) throw new Error(`${name} is a ${element}, which has no name here.`);
    return `| \`${name}\` | ${shown} | ${comment} |`;
  });
  return `<!-- Written by scripts/parts.ts from ${partsSource}. -->

# Parts

Everything that is drawn is one of ${parts.length} parts. A part carries the class \`selvedge-<part>\`, takes classes of yours from
\`look.classNames\`, and says its state in \`data-\` attributes. Names, elements and states are public API.

| part | element | what it is |
|---|---|---|
${rows.join('\n')}
`;
}

if (process.argv[1] === import.meta.filename) {
  writeFileSync(join(root, partsPage), writeParts(readFileSync(join(root, partsSource), 'utf8')));
  console.log(`Wrote ${partsPage}`);
}
