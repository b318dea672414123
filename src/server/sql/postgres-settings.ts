import type { ClientBase } from 'pg';
import type { PostgresOptions } from './postgres-options.ts';
import { lockTimeoutOf, schemaOf, statementTimeoutOf } from './postgres-options.ts';

/** The name of a schema as SQL reads it. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** What every connection is set to. None of it outlives the connection. */
function settingsOf(options: PostgresOptions): Record<string, string> {
  const statementTimeout = statementTimeoutOf(options);
  return {
    client_encoding: 'UTF8',
    // Whoever writes says so in BEGIN; without one nothing is written.
    default_transaction_read_only: 'on',
    statement_timeout: String(statementTimeout),
    // Whoever waits for a row that another transaction writes is refused when that one commits; so there is little to
    // wait for, and two that wait for each other would do so for a second.
    lock_timeout: String(lockTimeoutOf(options)),
    // A process that hangs in the middle of a transaction must not keep its locks.
    idle_in_transaction_session_timeout: '10000',
    // Every statement finds its rows by an index. Reading a small table whole would conflict with every write to it.
    enable_seqscan: 'off',
    // Planned once, not five times: the plan does not depend on the values.
    plan_cache_mode: 'force_generic_plan',
    // Every statement is over before one would be compiled.
    jit: 'off',
    search_path: quoted(schemaOf(options)),
  };
}

interface Setting {
  name: string;
  isRefused(value: string): boolean;
  why: string;
}

const isOff = (value: string): boolean => value === 'off';

const required: readonly Setting[] = [
  { name: 'fsync', isRefused: isOff, why: 'a power cut could lose what was acknowledged' },
  {
    name: 'full_page_writes',
    isRefused: isOff,
    why: 'a power cut could leave pages that are half written',
  },
  {
    name: 'synchronous_commit',
    isRefused: isOff,
    why: 'a crash could lose what was acknowledged',
  },
  {
    name: 'server_encoding',
    isRefused: (value) => value !== 'UTF8',
    why: 'a name could have characters that the database cannot hold',
  },
];

/**
 * Prepares a new connection, and makes sure, by reading back, that what is acknowledged on it is on the disk. Throws a
 * sentence when it is not. One round trip.
 */
export async function prepareConnection(
  client: ClientBase,
  options: PostgresOptions,
): Promise<void> {
  const set = Object.entries(settingsOf(options));
  const { rows } = await client.query<Record<string, string>>(
    `select ${[
      ...required.map(({ name }) => `current_setting('${name}') as ${name}`),
      ...set.map(([name], index) => `set_config('${name}', $${index + 1}, false)`),
    ].join(', ')}`,
    set.map(([, value]) => value),
  );
  const found = rows[0] ?? {};
  for (const { name, isRefused, why } of required) {
    const value = found[name] ?? 'unknown';
    if (isRefused(value)) {
      throw new Error(`selvedge: PostgreSQL has ${name} at ${value}: ${why}.`);
    }
  }
}
