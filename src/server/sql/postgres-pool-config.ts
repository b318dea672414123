import type { PoolConfig } from 'pg';
import type { PostgresOptions } from './postgres-options.ts';
import { connectTimeoutOf, maxConnectionsOf, statementTimeoutOf } from './postgres-options.ts';

/** The name that PostgreSQL lists the connections under. */
const applicationName = 'selvedge';

const int8 = 20;
const int2 = 21;
const int4 = 23;
const numeric = 1700;
const numbers: ReadonlySet<number> = new Set([int8, int2, int4, numeric]);

const json = 114;

const asText = (text: string): string => text;

function parserOf(oid: number): (text: string) => unknown {
  if (numbers.has(oid)) return Number;
  return oid === json ? JSON.parse : asText;
}

/** Numbers as numbers (none here is beyond 2^53), JSON as what it says, everything else as the text that it is. */
const types = { getTypeParser: parserOf } as NonNullable<PoolConfig['types']>;

function isOnThisMachine(host: string): boolean {
  return (
    host.startsWith('/') || host === 'localhost' || host === '::1' || /^127\.[\d.]+$/.test(host)
  );
}

function saysTls({ connectionString = '' }: PostgresOptions): boolean {
  return /[?&](ssl|sslmode)=/.test(connectionString) || Boolean(process.env['PGSSLMODE']);
}

/** The options as `pg` wants them; `hostOf` tells which server they name in the end. */
export function poolConfig(
  options: PostgresOptions,
  hostOf: (config: PoolConfig) => string,
): PoolConfig {
  const { connectionString, host, port, user, password, database, ssl } = options;
  const place: PoolConfig =
    connectionString === undefined
      ? { host, port, user, password, database }
      : { connectionString };
  const statementTimeout = statementTimeoutOf(options);
  const config: PoolConfig = {
    ...place,
    types,
    application_name: applicationName,
    keepAlive: true,
    // What follows BEGIN need not wait for its answer.
    pipeline: true,
    max: maxConnectionsOf(options),
    connectionTimeoutMillis: connectTimeoutOf(options),
    // The server gives up by itself; this is for a server, or a network, that has gone silent.
    query_timeout: statementTimeout === 0 ? undefined : statementTimeout + 1000,
  };
  if (ssl !== undefined) return { ...config, ssl };
  return saysTls(options) || isOnThisMachine(hostOf(config)) ? config : { ...config, ssl: true };
}
