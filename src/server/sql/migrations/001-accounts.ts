import type { Migration } from './migration.ts';
import { text } from './migration.ts';

/** The tables of the first version. `tables.ts` says what each column means. */
export const accounts: Migration = {
  number: 1,
  name: 'accounts',
  sqlite: `
CREATE TABLE accounts (
  id TEXT PRIMARY KEY NOT NULL,
  version INTEGER NOT NULL,
  email TEXT NOT NULL,
  email_verified INTEGER NOT NULL CHECK (email_verified IN (0, 1)),
  name TEXT,
  username TEXT UNIQUE,
  given_name TEXT,
  family_name TEXT,
  nickname TEXT,
  language TEXT,
  password_hash TEXT,
  password_changed_at TEXT,
  avatar_large TEXT,
  avatar_small TEXT,
  sessions_valid_from TEXT,
  sessions_kept TEXT,
  created_at TEXT NOT NULL,
  CHECK ((avatar_large IS NULL) = (avatar_small IS NULL))
) STRICT;

CREATE TABLE email_addresses (
  canonical TEXT PRIMARY KEY NOT NULL,
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  kept_until TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX email_addresses_account ON email_addresses (account_id);
CREATE INDEX email_addresses_kept ON email_addresses (kept_until) WHERE kept_until IS NOT NULL;

CREATE TABLE identities (
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  provider TEXT NOT NULL,
  label TEXT NOT NULL,
  name TEXT,
  connected_at TEXT NOT NULL,
  owns TEXT NOT NULL,
  PRIMARY KEY (account_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE sessions (
  id TEXT PRIMARY KEY NOT NULL,
  token_digest TEXT NOT NULL UNIQUE,
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  authenticated_at TEXT NOT NULL,
  methods TEXT NOT NULL,
  last_active_at TEXT NOT NULL,
  expires_at TEXT NOT NULL
) STRICT;
CREATE INDEX sessions_account ON sessions (account_id);
CREATE INDEX sessions_expiry ON sessions (expires_at);

CREATE TABLE grants (
  digest TEXT PRIMARY KEY NOT NULL,
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  session_id TEXT NOT NULL,
  purpose TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  used_at TEXT
) STRICT;
CREATE INDEX grants_account ON grants (account_id);
CREATE INDEX grants_expiry ON grants (expires_at);

CREATE TABLE email_changes (
  id TEXT PRIMARY KEY NOT NULL,
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  address TEXT NOT NULL,
  address_canonical TEXT NOT NULL,
  token_digest TEXT UNIQUE,
  requested_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  ended_at TEXT,
  ending TEXT CHECK (ending IN ('used', 'dead', 'expired')),
  CHECK ((ended_at IS NULL) = (ending IS NULL))
) STRICT;
CREATE UNIQUE INDEX email_changes_waiting ON email_changes (account_id) WHERE ended_at IS NULL;
CREATE INDEX email_changes_account ON email_changes (account_id);
CREATE INDEX email_changes_end ON email_changes (coalesce(ended_at, expires_at));

CREATE TABLE email_reports (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  token_digest TEXT NOT NULL UNIQUE,
  address TEXT NOT NULL,
  address_canonical TEXT NOT NULL,
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  ended_at TEXT,
  ending TEXT CHECK (ending IN ('used', 'dead')),
  CHECK ((ended_at IS NULL) = (ending IS NULL))
) STRICT;
CREATE INDEX email_reports_account ON email_reports (account_id);
CREATE INDEX email_reports_end ON email_reports (coalesce(ended_at, expires_at));

CREATE TABLE attempts (
  key TEXT NOT NULL,
  at TEXT NOT NULL,
  expires_at TEXT NOT NULL
) STRICT;
CREATE INDEX attempts_window ON attempts (key, at);
CREATE INDEX attempts_expiry ON attempts (expires_at);

CREATE TABLE outbox (
  position INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL UNIQUE,
  account_id TEXT,
  email_change_id TEXT,
  kind TEXT NOT NULL,
  recipient TEXT NOT NULL,
  language TEXT NOT NULL,
  params TEXT NOT NULL,
  created_at TEXT NOT NULL,
  due_at TEXT,
  tries INTEGER NOT NULL DEFAULT 0,
  failure TEXT
) STRICT;
CREATE INDEX outbox_due ON outbox (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX outbox_account ON outbox (account_id);

CREATE TABLE audit (
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  at TEXT NOT NULL,
  id TEXT NOT NULL,
  event TEXT NOT NULL,
  session_id TEXT,
  details TEXT NOT NULL,
  PRIMARY KEY (account_id, at, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE discarded_files (
  key TEXT PRIMARY KEY NOT NULL,
  due_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX discarded_files_due ON discarded_files (due_at);
`,
  postgres: `
CREATE TABLE accounts (
  id ${text} PRIMARY KEY NOT NULL,
  version BIGINT NOT NULL,
  email ${text} NOT NULL,
  email_verified BIGINT NOT NULL CHECK (email_verified IN (0, 1)),
  name ${text},
  username ${text} UNIQUE,
  given_name ${text},
  family_name ${text},
  nickname ${text},
  language ${text},
  password_hash ${text},
  password_changed_at ${text},
  avatar_large ${text},
  avatar_small ${text},
  sessions_valid_from ${text},
  sessions_kept ${text},
  created_at ${text} NOT NULL,
  CHECK ((avatar_large IS NULL) = (avatar_small IS NULL))
);

CREATE TABLE email_addresses (
  canonical ${text} PRIMARY KEY NOT NULL,
  account_id ${text} NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  kept_until ${text}
);
CREATE INDEX email_addresses_account ON email_addresses (account_id);
CREATE INDEX email_addresses_kept ON email_addresses (kept_until) WHERE kept_until IS NOT NULL;

CREATE TABLE identities (
  account_id ${text} NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  position BIGINT NOT NULL,
  provider ${text} NOT NULL,
  label ${text} NOT NULL,
  name ${text},
  connected_at ${text} NOT NULL,
  owns ${text} NOT NULL,
  PRIMARY KEY (account_id, position)
);

CREATE TABLE sessions (
  id ${text} PRIMARY KEY NOT NULL,
  token_digest ${text} NOT NULL UNIQUE,
  account_id ${text} NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  authenticated_at ${text} NOT NULL,
  methods ${text} NOT NULL,
  last_active_at ${text} NOT NULL,
  expires_at ${text} NOT NULL
);
CREATE INDEX sessions_account ON sessions (account_id);
CREATE INDEX sessions_expiry ON sessions (expires_at);

CREATE TABLE grants (
  digest ${text} PRIMARY KEY NOT NULL,
  account_id ${text} NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  session_id ${text} NOT NULL,
  purpose ${text} NOT NULL,
  expires_at ${text} NOT NULL,
  used_at ${text}
);
CREATE INDEX grants_account ON grants (account_id);
CREATE INDEX grants_expiry ON grants (expires_at);

CREATE TABLE email_changes (
  id ${text} PRIMARY KEY NOT NULL,
  account_id ${text} NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  address ${text} NOT NULL,
  address_canonical ${text} NOT NULL,
  token_digest ${text} UNIQUE,
  requested_at ${text} NOT NULL,
  expires_at ${text} NOT NULL,
  ended_at ${text},
  ending ${text} CHECK (ending IN ('used', 'dead', 'expired')),
  CHECK ((ended_at IS NULL) = (ending IS NULL))
);
CREATE UNIQUE INDEX email_changes_waiting ON email_changes (account_id) WHERE ended_at IS NULL;
CREATE INDEX email_changes_account ON email_changes (account_id);
CREATE INDEX email_changes_end ON email_changes (coalesce(ended_at, expires_at));

CREATE TABLE email_reports (
  position BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id ${text} NOT NULL UNIQUE,
  account_id ${text} NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  token_digest ${text} NOT NULL UNIQUE,
  address ${text} NOT NULL,
  address_canonical ${text} NOT NULL,
  created_at ${text} NOT NULL,
  expires_at ${text} NOT NULL,
  ended_at ${text},
  ending ${text} CHECK (ending IN ('used', 'dead')),
  CHECK ((ended_at IS NULL) = (ending IS NULL))
);
CREATE INDEX email_reports_account ON email_reports (account_id);
CREATE INDEX email_reports_end ON email_reports (coalesce(ended_at, expires_at));

CREATE TABLE attempts (
  key ${text} NOT NULL,
  at ${text} NOT NULL,
  expires_at ${text} NOT NULL
);
CREATE INDEX attempts_window ON attempts (key, at);
CREATE INDEX attempts_expiry ON attempts (expires_at);

CREATE TABLE outbox (
  position BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id ${text} NOT NULL UNIQUE,
  account_id ${text},
  email_change_id ${text},
  kind ${text} NOT NULL,
  recipient ${text} NOT NULL,
  language ${text} NOT NULL,
  params ${text} NOT NULL,
  created_at ${text} NOT NULL,
  due_at ${text},
  tries BIGINT NOT NULL DEFAULT 0,
  failure ${text}
);
CREATE INDEX outbox_due ON outbox (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX outbox_account ON outbox (account_id);

CREATE TABLE audit (
  account_id ${text} NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  at ${text} NOT NULL,
  id ${text} NOT NULL,
  event ${text} NOT NULL,
  session_id ${text},
  details ${text} NOT NULL,
  PRIMARY KEY (account_id, at, id)
);

CREATE TABLE discarded_files (
  key ${text} PRIMARY KEY NOT NULL,
  due_at ${text} NOT NULL
);
CREATE INDEX discarded_files_due ON discarded_files (due_at);
`,
};
