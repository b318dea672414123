import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { migrate, runMigrations } from '../../src/server/sql/migrate.ts';
import { migrations } from '../../src/server/sql/migrations/migrations.ts';
import { createSqliteStore } from '../../src/server/sql/store.ts';
import { newFile, query, tableNames } from './sql-database.ts';

function open(file: string): DatabaseSync {
  const database = new DatabaseSync(file);
  onTestFinished(() => database.close());
  return database;
}

const first = {
  number: 1,
  name: 'first',
  sqlite: 'CREATE TABLE one (a TEXT) STRICT',
  postgres: '',
};
const second = {
  number: 2,
  name: 'second',
  sqlite: 'CREATE TABLE two (a TEXT) STRICT',
  postgres: '',
};

test('runs each migration once and answers which it ran', () => {
  const database = open(newFile());
  expect(runMigrations(database, [first])).toEqual(['001-first']);
  expect(runMigrations(database, [first, second])).toEqual(['002-second']);
  expect(runMigrations(database, [first, second])).toEqual([]);
});

test('brings a new database up to date, and leaves it alone the second time', () => {
  const file = newFile();
  const database = open(file);
  expect(migrate(database)).toEqual(
    migrations.map(({ number, name }) => `${String(number).padStart(3, '0')}-${name}`),
  );
  const before = query(file, 'SELECT * FROM schema_migrations');
  expect(migrate(database)).toEqual([]);
  expect(query(file, 'SELECT * FROM schema_migrations')).toEqual(before);
});

test('counts migrations from 1 without gaps', () => {
  expect(migrations.map(({ number }) => number)).toEqual(migrations.map((_, index) => index + 1));
});

test('leaves nothing of a migration that fails, and runs it again the next time', () => {
  const file = newFile();
  const database = open(file);
  const broken = { ...second, sqlite: 'CREATE TABLE two (a TEXT) STRICT; CREATE TABLE two (a)' };
  expect(() => runMigrations(database, [first, broken])).toThrow('already exists');
  expect(tableNames(file)).toEqual(['one', 'schema_migrations']);
  expect(runMigrations(database, [first, second])).toEqual(['002-second']);
});

test('refuses a database that a newer version of the package has changed', () => {
  const file = newFile();
  const newer = {
    number: migrations.length + 1,
    name: 'later',
    sqlite: second.sqlite,
    postgres: '',
  };
  const database = open(file);
  runMigrations(database, [...migrations, newer]);
  const sentence = `selvedge: the database is newer than this version of the package: migration ${newer.number} (later) is not known here.`;
  expect(() => migrate(database)).toThrow(sentence);
  expect(() => createSqliteStore({ file })).toThrow(sentence);
});

test('refuses a database whose migration was edited after it ran', () => {
  const database = open(newFile());
  runMigrations(database, [first]);
  expect(() =>
    runMigrations(database, [{ ...first, sqlite: 'CREATE TABLE one (b TEXT)' }]),
  ).toThrow(
    'selvedge: migration 1 (first) ran on this database with other statements than this version has.',
  );
});
