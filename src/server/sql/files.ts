import type { AvatarFiles, FlowStore, Instant } from '../ports/account-store.ts';
import type { Param } from './statement.ts';
import { statement } from './statement.ts';
import type { Engine, Transaction } from './transaction.ts';
import { run } from './transaction.ts';

const mostFiles = 100;

const insertDiscarded = statement((db, param: Param<{ key: string; dueAt: Instant }>) =>
  db
    .insertInto('discarded_files')
    .values({ key: param('key'), due_at: param('dueAt') })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((eb) => ({ due_at: eb.ref('excluded.due_at') })),
    ),
);

const deleteDiscarded = statement((db, param: Param<{ key: string }>) =>
  db.deleteFrom('discarded_files').where('key', '=', param('key')),
);

const findDue = statement((db, param: Param<{ at: Instant }>) =>
  db
    .selectFrom('discarded_files')
    .select('key')
    .where('due_at', '<=', param('at'))
    .orderBy('due_at')
    .orderBy('key')
    .limit(mostFiles),
);

/** Remembers files that nobody uses from an instant on. */
export function* discard(keys: readonly string[], from: Instant): Transaction<void> {
  for (const key of keys) yield* run(insertDiscarded, { key, dueAt: from });
}

/** Forgets that files were discarded: they were removed, or are used. */
export function* undiscard(keys: readonly string[]): Transaction<void> {
  for (const key of keys) yield* run(deleteDiscarded, { key });
}

/** The keys of a picture, none when there is none. */
export function keysOf(files: AvatarFiles | null): string[] {
  return files === null ? [] : [files.large, files.small];
}

/** Files that wait for their removal. */
export function createFileStore(
  engine: Engine,
): Pick<FlowStore, 'discardFiles' | 'findDiscardedFiles' | 'forgetFiles'> {
  return {
    discardFiles: (keys, from) => engine.write(() => discard(keys, from)),
    async findDiscardedFiles(at) {
      return (await engine.findAll(findDue, { at })).map((row) => row.key);
    },
    forgetFiles: (keys) => engine.write(() => undiscard(keys)),
  };
}
