// Reads one .d.ts of the build: what it declares, what it imports and what it hands on.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseSync, type ESTree } from 'vite';

/** One declaration, overloads and the type beside a constant of the same name included. */
export interface Declaration {
  file: string;
  name: string;
  /** The source without its comments. */
  text: string;
  documented: boolean;
  /** Properties and methods of an interface or an object type that have no docstring. */
  undocumentedMembers: string[];
  /** Every identifier in it. */
  mentions: Set<string>;
}

/** A name in another file (`file` set) or in a package. */
export interface Origin {
  file: string | null;
  specifier: string;
  name: string;
}

export interface Module {
  declarations: Map<string, Declaration>;
  imports: Map<string, Origin>;
  /** Exported name → the local name. */
  exports: Map<string, string>;
  /** Exported name → where it comes from. */
  handedOn: Map<string, Origin>;
  stars: Origin[];
}

type Node = ESTree.Node & { start: number; end: number };

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value;

function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const value of Object.values(node).flat() as unknown[])
    if (isNode(value)) walk(value, visit);
}

const nameOf = (node: unknown): string => {
  if (!isNode(node)) return '';
  if (node.type === 'Identifier') return node.name;
  return node.type === 'Literal' ? String(node.value) : '';
};

/** `./profile.tsx`, seen from a .d.ts of the build, is `profile.d.ts` beside it. */
function originOf(from: string, specifier: string, name: string): Origin {
  const relative = specifier.startsWith('.');
  const file = relative ? join(dirname(from), specifier.replace(/\.(?:tsx?|js)$/, '.d.ts')) : null;
  return { file, specifier, name };
}

const declarators = (node: Node): Node[] =>
  node.type === 'VariableDeclaration' ? node.declarations : [node];

/** What an interface or an object type says of itself; types that are inferred say nothing. */
function membersOf(node: Node): Node[] {
  if (node.type === 'TSInterfaceDeclaration') return node.body.body;
  const named = node.type === 'TSTypeAliasDeclaration' ? node.typeAnnotation : null;
  return named?.type === 'TSTypeLiteral' ? named.members : [];
}

const loaded = new Map<string, Module>();

export function loadModule(file: string): Module {
  const known = loaded.get(file);
  if (known !== undefined) return known;

  const source = readFileSync(file, 'utf8');
  const { program, comments, errors } = parseSync(file, source);
  if (errors[0] !== undefined) throw new Error(`${file}: ${errors[0].message}`);
  const module: Module = {
    declarations: new Map(),
    imports: new Map(),
    exports: new Map(),
    handedOn: new Map(),
    stars: [],
  };
  loaded.set(file, module);

  const isDocumented = (node: Node): boolean =>
    comments.some(
      ({ end, value }) =>
        value.startsWith('*') && end <= node.start && source.slice(end, node.start).trim() === '',
    );

  const withoutComments = (node: Node): string => {
    let text = '';
    let at = node.start;
    for (const comment of comments.filter(({ start, end }) => start >= at && end <= node.end)) {
      text += source.slice(at, comment.start);
      at = comment.end;
    }
    return (text + source.slice(at, node.end)).replaceAll(/\n\s*\n/g, '\n');
  };

  const declare = (statement: Node, outer: Node): string[] => {
    const names = declarators(statement).map((node) => nameOf('id' in node ? node.id : null));
    for (const name of names) {
      const declaration = module.declarations.get(name) ?? {
        file,
        name,
        text: '',
        documented: false,
        undocumentedMembers: [],
        mentions: new Set<string>(),
      };
      const text = withoutComments(statement);
      declaration.text += declaration.text === '' ? text : `\n${text}`;
      declaration.documented ||= isDocumented(outer);
      walk(statement, (node) => {
        if (node.type === 'Identifier') declaration.mentions.add(node.name);
      });
      for (const member of membersOf(statement)) {
        if (!isDocumented(member) && 'key' in member) {
          declaration.undocumentedMembers.push(nameOf(member.key));
        }
      }
      module.declarations.set(name, declaration);
    }
    return names;
  };

  for (const statement of program.body as Node[]) {
    if (statement.type === 'ImportDeclaration') {
      for (const specifier of statement.specifiers) {
        const imported = specifier.type === 'ImportSpecifier' ? nameOf(specifier.imported) : '*';
        const origin = originOf(file, statement.source.value, imported);
        module.imports.set(specifier.local.name, origin);
      }
    } else if (statement.type === 'ExportAllDeclaration') {
      module.stars.push(originOf(file, statement.source.value, '*'));
    } else if (statement.type === 'ExportNamedDeclaration') {
      if (statement.declaration) {
        const names = declare(statement.declaration, statement);
        for (const name of names) module.exports.set(name, name);
      }
      for (const specifier of statement.specifiers) {
        const [local, exported] = [nameOf(specifier.local), nameOf(specifier.exported)];
        if (statement.source === null) module.exports.set(exported, local);
        else module.handedOn.set(exported, originOf(file, statement.source.value, local));
      }
    } else if ('id' in statement || statement.type === 'VariableDeclaration') {
      declare(statement, statement);
    }
  }
  return module;
}
