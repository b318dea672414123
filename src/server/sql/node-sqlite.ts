type NodeSqlite = typeof import('node:sqlite');

/** Gives out Node's own SQLite, or throws one sentence that says what is missing. */
export function requireSqlite(
  version: string,
  load: (name: 'node:sqlite') => NodeSqlite | undefined,
): NodeSqlite {
  const found = Number.parseInt(version, 10) >= 24 ? load('node:sqlite') : undefined;
  if (found !== undefined) return found;
  throw new Error(
    `selvedge: SQLite needs Node.js 24 or newer, which has it built in; this is Node.js ${version}.`,
  );
}

/** Node's own SQLite. Throws the sentence on an older Node; whoever keeps to PostgreSQL never asks. */
export const loadSqlite = (): NodeSqlite =>
  requireSqlite(process.versions.node, (name) => process.getBuiltinModule(name));
