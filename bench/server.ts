import { installPeers, linkPackage } from './package.ts';
import { measureChecks } from './server/measure-checks.ts';
import { measureMillion } from './server/measure-million.ts';
import { measurePostgres, measureSqlite } from './server/measure-rates.ts';

const parts = {
  sqlite: measureSqlite,
  postgres: measurePostgres,
  checks: measureChecks,
  million: measureMillion,
};

type Part = keyof typeof parts;

const isPart = (name: string): name is Part => Object.hasOwn(parts, name);

/**
 * Measures the server beside its floors and better-auth and prints the figures.
 *
 * @param named parts of it: `sqlite`, `postgres`, `checks`, `million`; all when none is named
 */
export async function measureServer(named: readonly string[]): Promise<void> {
  const unknown = named.filter((name) => !isPart(name));
  if (unknown.length > 0) {
    throw new Error(`no ${unknown.join(', ')}: choose from ${Object.keys(parts).join(', ')}`);
  }
  installPeers();
  // An installation removes what it did not install.
  await linkPackage();
  const chosen = named.length > 0 ? named : Object.keys(parts);
  for (const part of chosen.filter(isPart)) {
    try {
      await parts[part]();
    } catch (error) {
      console.error(`server ${part} MISSED:`, error);
      process.exitCode = 1;
    }
  }
}
