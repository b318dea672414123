import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AccountError } from '../../src/contract/account-error.ts';
import { orUnavailable } from '../../src/server/sql/sqlite-errors.ts';
import { makeFolder } from './sql-database.ts';

let folder: ReturnType<typeof makeFolder>;
beforeEach(() => {
  folder = makeFolder();
});
afterEach(() => folder.remove());

/** What the work throws, after the store's judgement. */
function thrown(work: () => unknown): unknown {
  try {
    return orUnavailable(work);
  } catch (error) {
    return error;
  }
}

const open = (options = {}): DatabaseSync => new DatabaseSync(folder.file, options);

const tooMuch = 'a'.repeat(100_000);

test('a database without room for more is unavailable, and says why to whoever runs it', () => {
  const database = open();
  database.exec('create table notes (text)');
  database.exec('pragma max_page_count = 4');
  const insert = database.prepare('insert into notes values (?)');
  const error = thrown(() => insert.run(tooMuch));
  expect(error).toBeInstanceOf(AccountError);
  expect(error).toMatchObject({ code: 'unavailable', cause: { errcode: 13 } });
  database.close();
});

test('a database that can only be read is unavailable to who writes', () => {
  const writer = open();
  writer.exec('create table notes (text)');
  writer.close();
  const database = open({ readOnly: true });
  const error = thrown(() => database.exec(`insert into notes values ('x')`));
  expect(error).toMatchObject({ code: 'unavailable', cause: { errcode: 8 } });
  database.close();
});

test('a database that cannot be opened is unavailable', () => {
  const away = join(folder.file, 'nowhere', 'accounts.db');
  const error = thrown(() => new DatabaseSync(away));
  expect(error).toMatchObject({ code: 'unavailable', cause: { errcode: 14 } });
});

test('a statement that is wrong stays the fault that it is', () => {
  const database = open();
  const error = thrown(() => database.exec('select * from nowhere'));
  expect(error).not.toBeInstanceOf(AccountError);
  expect(error).toMatchObject({ errcode: 1 });
  database.close();
});
