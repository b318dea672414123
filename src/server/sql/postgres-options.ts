/** Whom to believe, and who one is, on a connection with TLS. All of it PEM. The certificate is always checked. */
export interface PostgresTls {
  /** The authority that vouches for the server, in place of those that Node.js knows. */
  ca?: string;
  /** A certificate of one's own, where the server asks for it. */
  cert?: string;
  /** Its key. */
  key?: string;
  /** The name in the server's certificate, where it is not the host's. */
  servername?: string;
}

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
  /** The role to connect as. */
  user?: string;
  /** A function is asked for each new connection: for passwords that change. */
  password?: string | (() => string | Promise<string>);
  /** The name of the database; it must exist. */
  database?: string;
  /**
   * TLS. Without it: on, with the server's certificate checked, unless the server is on this machine or the connection
   * string says `sslmode`. `{ ca }` for an authority of your own; `false` for a network that is yours alone.
   */
  ssl?: boolean | PostgresTls;
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

/** How long a statement waits for a lock before its transaction begins again, in milliseconds; 0 without a limit. */
export const lockTimeoutOf = (options: PostgresOptions): number =>
  Math.min(statementTimeoutOf(options), 50);

/** How long a transaction begins again because of locks, in milliseconds. */
export const lockPatienceOf = (options: PostgresOptions): number =>
  Math.min(statementTimeoutOf(options), 2000);
