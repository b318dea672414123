import type { ConnectionOptions } from 'node:tls';
import type { PoolConfig } from 'pg';

/** Where the database is, and how long to wait for it. */
export interface PostgresOptions {
  /**
   * `postgres://user:password@host:5432/database`, in place of the five fields below. What neither of them says comes
   * from the environment (`PGHOST`, `PGUSER`, …), as for every client of PostgreSQL.
   */
  connectionString?: string;
  /** Name, address, or the folder of a Unix socket. */
  host?: string;
  /** Default 5432. */
  port?: number;
  /** The role that owns the tables. */
  user?: string;
  /** A function is asked for each new connection: for passwords that change. */
  password?: string | (() => string | Promise<string>);
  /** The name of the database; it must exist. */
  database?: string;
  /**
   * TLS. Without it: on, with the server's certificate checked, unless the server is on this machine or the connection
   * string says `sslmode`. `{ ca }` for an authority of your own; `false` for a network that is yours alone.
   */
  ssl?: boolean | ConnectionOptions;
  /** The schema that holds the tables, so that they are in nobody's way. Made when it is not there. Default `selvedge`. */
  schema?: string;
  /** How many connections at most. Default 10. */
  maxConnections?: number;
  /**
   * How long to wait for a connection, a new one or one that is in use, before `unavailable`. Default 800.
   */
  connectTimeoutMilliseconds?: number;
  /** How long one statement may take, its wait for others included, before `unavailable`. Default 5,000; 0: no limit. */
  statementTimeoutMilliseconds?: number;
}

/** The schema of the tables. */
export const schemaOf = ({ schema = 'selvedge' }: PostgresOptions): string => schema;

/** How many connections at most. */
export const maxConnectionsOf = ({ maxConnections = 10 }: PostgresOptions): number =>
  maxConnections;

/** Milliseconds. */
export const connectTimeoutOf = ({ connectTimeoutMilliseconds = 800 }: PostgresOptions): number =>
  connectTimeoutMilliseconds;

/** Milliseconds; 0 without a limit. */
export const statementTimeoutOf = ({
  statementTimeoutMilliseconds = 5000,
}: PostgresOptions): number => statementTimeoutMilliseconds;

/** The name that PostgreSQL lists the connections under. */
const applicationName = 'selvedge';

const int8 = 20;
const int2 = 21;
const int4 = 23;
const numeric = 1700;
const numbers: ReadonlySet<number> = new Set([int8, int2, int4, numeric]);

/** Numbers as numbers (none here is beyond 2^53), everything else as the text that it is: JSON and instants, too. */
const types = {
  getTypeParser: (oid: number) => (text: string) => (numbers.has(oid) ? Number(text) : text),
} as NonNullable<PoolConfig['types']>;

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
