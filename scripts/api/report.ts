// What an entry exports and what stands behind it, as text in which a change of the API is a diff.
import { loadModule, type Declaration, type Origin } from './module.ts';

/** A name that leads to a declaration of ours, or to a package. */
type Found = { declaration: Declaration } | { outside: string };

/** The entry as a host names it, and the names that it exports. */
export interface EntryApi {
  specifier: string;
  exports: Map<string, Found>;
}

function follow({ file, specifier, name }: Origin): Found | null {
  if (file === null) return { outside: `${name} from '${specifier}'` };
  return findExport(file, name);
}

function findExport(file: string, name: string): Found | null {
  const module = loadModule(file);
  const local = module.exports.get(name);
  if (local !== undefined) return findLocal(file, local);
  const origin = module.handedOn.get(name);
  if (origin !== undefined) return follow(origin);
  for (const star of module.stars) {
    const found = star.file === null ? null : findExport(star.file, name);
    if (found !== null) return found;
  }
  return null;
}

function findLocal(file: string, name: string): Found | null {
  const module = loadModule(file);
  const declaration = module.declarations.get(name);
  if (declaration !== undefined) return { declaration };
  const origin = module.imports.get(name);
  return origin === undefined ? null : follow(origin);
}

function namesOf(file: string): string[] {
  const { exports, handedOn, stars } = loadModule(file);
  const through = stars.flatMap((star) => (star.file === null ? [] : namesOf(star.file)));
  return [...new Set([...exports.keys(), ...handedOn.keys(), ...through])].toSorted();
}

/** Reads what an entry exports from its .d.ts. */
export function readEntry(specifier: string, types: string): EntryApi {
  const exports = new Map<string, Found>();
  for (const name of namesOf(types)) {
    const found = findExport(types, name);
    if (found === null) throw new Error(`${specifier} exports ${name}, which nothing declares`);
    exports.set(name, found);
  }
  return { specifier, exports };
}

function declarationsOf(entry: EntryApi): Map<Declaration, string> {
  const all = [...entry.exports].flatMap(([name, found]) =>
    'declaration' in found ? [[found.declaration, name] as const] : [],
  );
  return new Map(all);
}

/** Which entry a declaration is reported with: the first that exports it. */
type Homes = Map<Declaration, string>;

function findHomes(all: readonly EntryApi[]): Homes {
  const homes: Homes = new Map();
  for (const entry of all.toReversed()) {
    for (const [declaration, name] of declarationsOf(entry)) {
      homes.set(declaration, `${name} of ${entry.specifier}`);
    }
  }
  return homes;
}

/** Everything of ours that the declarations mention, down to what is reported with an entry. */
function behind(start: readonly Declaration[], homes: Homes): Declaration[] {
  const seen = new Set(start);
  const waiting = [...start];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const name of next.mentions) {
      const found = findLocal(next.file, name);
      if (found === null || !('declaration' in found) || seen.has(found.declaration)) continue;
      seen.add(found.declaration);
      if (!homes.has(found.declaration)) waiting.push(found.declaration);
    }
  }
  return [...seen]
    .filter((declaration) => !start.includes(declaration))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

const block = (parts: string[]): string =>
  parts.length === 0 ? '' : `\n\`\`\`ts\n${parts.join('\n\n')}\n\`\`\`\n`;

const list = (lines: string[]): string =>
  lines.length === 0 ? '' : `\n${lines.map((line) => `- ${line}`).join('\n')}\n`;

/**
 * Writes the report of one entry.
 *
 * @param all every entry; what an earlier one exports is named, not repeated
 */
export function writeReport(entry: EntryApi, all: readonly EntryApi[]): string {
  const homes = findHomes(all);
  const own: string[] = [];
  const others: string[] = [];
  const start: Declaration[] = [];
  for (const [name, found] of entry.exports) {
    const elsewhere = 'outside' in found ? found.outside : homes.get(found.declaration);
    if ('outside' in found || elsewhere !== `${name} of ${entry.specifier}`) {
      others.push(`\`${name}\`: ${elsewhere}`);
    } else {
      const { declaration } = found;
      start.push(declaration);
      own.push(declaration.name === name ? declaration.text : `// as ${name}\n${declaration.text}`);
    }
  }
  const mentioned = behind(start, homes);
  const named = mentioned.flatMap((declaration) => homes.get(declaration) ?? []);
  const hidden = mentioned.filter((declaration) => !homes.has(declaration));
  const title = `# ${entry.specifier}\n\nWritten by \`npm run api\`; a change here is a change of the public API.\n`;
  const exported = `\n## Exports\n${block(own)}${list(others)}`;
  if (mentioned.length === 0) return title + exported;
  return `${title}${exported}\n## Mentioned by them\n${block(hidden.map(({ text }) => text))}${list(named)}`;
}

/** One sentence for each exported thing, and each property of it, that says nothing about itself. */
export function findUndocumented(entry: EntryApi): string[] {
  return [...declarationsOf(entry)].flatMap(([declaration, name]) => [
    ...(declaration.documented ? [] : [`${entry.specifier}: ${name} has no docstring`]),
    ...declaration.undocumentedMembers.map(
      (member) => `${entry.specifier}: ${name}.${member} has no docstring`,
    ),
  ]);
}
