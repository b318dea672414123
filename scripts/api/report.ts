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

/** Everything that the exports mention, themselves left out. */
function behind(entry: EntryApi): Declaration[] {
  const exported = declarationsOf(entry);
  const seen = new Set(exported.keys());
  const waiting = [...seen];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const name of next.mentions) {
      const found = findLocal(next.file, name);
      if (found === null || !('declaration' in found) || seen.has(found.declaration)) continue;
      seen.add(found.declaration);
      waiting.push(found.declaration);
    }
  }
  return [...seen]
    .filter((declaration) => !exported.has(declaration))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Writes the report of one entry.
 *
 * @param all every entry; what one of them exports is named elsewhere, not repeated
 */
export function writeReport(entry: EntryApi, all: readonly EntryApi[]): string {
  const homes = new Map<Declaration, string>();
  for (const other of all.toReversed()) {
    for (const [declaration, name] of declarationsOf(other)) {
      homes.set(declaration, `${name} of ${other.specifier}`);
    }
  }
  const exported = [...entry.exports].map(([name, found]) => {
    if ('outside' in found) return `// ${name}: ${found.outside}`;
    const { declaration } = found;
    const home = homes.get(declaration);
    if (home !== `${name} of ${entry.specifier}`) return `// ${name}: ${home}`;
    return declaration.name === name ? declaration.text : `// as ${name}\n${declaration.text}`;
  });
  const others = behind(entry).map((declaration) => {
    const home = homes.get(declaration);
    return home === undefined ? declaration.text : `// ${declaration.name}: ${home}`;
  });
  const block = (parts: string[]): string => `\`\`\`ts\n${parts.join('\n\n')}\n\`\`\`\n`;
  const title = `# ${entry.specifier}\n\nWritten by \`npm run api\`; a change here is a change of the public API.\n`;
  const rest = others.length === 0 ? '' : `\n## Mentioned by them\n\n${block(others)}`;
  return `${title}\n## Exports\n\n${block(exported)}${rest}`;
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
