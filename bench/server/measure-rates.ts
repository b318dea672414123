import { median, ratios, report } from '../figure.ts';
import { ask, countedSeconds, measure, rounds, spread, withContenders } from './contender.ts';
import type { Contender } from './contender.ts';

const conditions = `${rounds} rounds of ${countedSeconds} s, 32 connections, 1,000 accounts`;

function compare(
  name: string,
  bar: number,
  kind: 'read' | 'write',
  [selvedge, other]: [Contender, Contender],
): void {
  const each = ratios(selvedge[kind], other[kind]);
  report({ name, value: median(each), unit: '×', bar: { atLeast: bar }, detail: spread(each) });
}

/** On SQLite, beside bare Express and better-auth. */
export const measureSqlite = (): Promise<void> =>
  withContenders(async (enter) => {
    console.log(`server on SQLite: ${conditions}, node:sqlite, WAL, synchronous=FULL`);
    const selvedge = await enter('selvedge', 'selvedge.ts');
    const floor = await enter('bare Express', 'floor.ts');
    const peer = await enter('better-auth', 'better-auth.ts');
    await measure([selvedge, floor, peer]);
    compare('GET /users/me against bare Express', 0.6, 'read', [selvedge, floor]);
    compare('PUT /users/me against bare Express', 0.7, 'write', [selvedge, floor]);
    compare('GET /users/me against better-auth get-session', 5, 'read', [selvedge, peer]);
    compare('PUT /users/me against better-auth update-user', 1.5, 'write', [selvedge, peer]);
    const ours = (await ask(selvedge, 'peak')).peakBytes;
    const theirs = (await ask(peer, 'peak')).peakBytes;
    report({
      name: 'peak memory under that load against better-auth',
      value: ours / theirs,
      unit: '×',
      bar: { atMost: 0.5 },
      detail: `${(ours / 1e6).toFixed(0)} MB : ${(theirs / 1e6).toFixed(0)} MB`,
    });
  });

/** On PostgreSQL, beside bare Express with bare `pg`. */
export const measurePostgres = (): Promise<void> =>
  withContenders(async (enter) => {
    console.log(
      `server on PostgreSQL: ${conditions}, a server each; fsync, synchronous_commit, full_page_writes on`,
    );
    const selvedge = await enter('selvedge', 'selvedge.ts', ['--store=postgres']);
    const floor = await enter('bare Express and pg', 'floor-postgres.ts');
    await measure([selvedge, floor]);
    compare('GET /users/me on PostgreSQL against bare pg', 0.5, 'read', [selvedge, floor]);
    compare('PUT /users/me on PostgreSQL against bare pg', 0.5, 'write', [selvedge, floor]);
  });
