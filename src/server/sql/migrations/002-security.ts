import type { Migration } from './migration.ts';
import { text } from './migration.ts';

/** Proofs, links, known browsers, and from where things were done. `tables.ts` says what each column means. */
export const security: Migration = {
  number: 2,
  name: 'security',
  sqlite: `
ALTER TABLE accounts ADD COLUMN password_stands_alone INTEGER NOT NULL DEFAULT 1 CHECK (password_stands_alone IN (0, 1));
ALTER TABLE accounts ADD COLUMN totp_enabled_at TEXT;

ALTER TABLE email_addresses ADD COLUMN kept_verified INTEGER NOT NULL DEFAULT 1 CHECK (kept_verified IN (0, 1));

ALTER TABLE sessions ADD COLUMN browser TEXT;
ALTER TABLE sessions ADD COLUMN system TEXT;
ALTER TABLE sessions ADD COLUMN place TEXT;

ALTER TABLE audit ADD COLUMN browser TEXT;
ALTER TABLE audit ADD COLUMN system TEXT;
ALTER TABLE audit ADD COLUMN place TEXT;

CREATE TABLE totp (
  account_id TEXT PRIMARY KEY NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  secret_id TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'on')),
  session_id TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  last_step INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX totp_waiting ON totp (expires_at) WHERE state = 'waiting';

CREATE TABLE recovery_codes (
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  digest TEXT NOT NULL,
  PRIMARY KEY (account_id, digest)
) STRICT, WITHOUT ROWID;

CREATE TABLE passkeys (
  id TEXT PRIMARY KEY NOT NULL,
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  credential_id TEXT NOT NULL UNIQUE,
  public_key TEXT NOT NULL,
  sign_count INTEGER NOT NULL,
  transports TEXT NOT NULL,
  name TEXT NOT NULL,
  synced INTEGER NOT NULL CHECK (synced IN (0, 1)),
  created_at TEXT NOT NULL,
  last_used_at TEXT
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX passkeys_account ON passkeys (account_id, position);

CREATE TABLE challenges (
  digest TEXT PRIMARY KEY NOT NULL,
  account_id TEXT REFERENCES accounts (id) ON DELETE CASCADE,
  session_id TEXT,
  purpose TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  used_at TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX challenges_account ON challenges (account_id);
CREATE INDEX challenges_expiry ON challenges (expires_at);

CREATE TABLE links (
  id TEXT PRIMARY KEY NOT NULL,
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('verification', 'password_reset', 'security_report')),
  token_digest TEXT NOT NULL UNIQUE,
  address TEXT NOT NULL,
  address_canonical TEXT NOT NULL,
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  ended_at TEXT,
  ending TEXT CHECK (ending IN ('used', 'dead', 'expired')),
  CHECK ((ended_at IS NULL) = (ending IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX links_account ON links (account_id, kind);
CREATE UNIQUE INDEX links_waiting ON links (account_id, kind) WHERE ended_at IS NULL AND kind <> 'security_report';
CREATE INDEX links_end ON links (coalesce(ended_at, expires_at));

CREATE TABLE tries_in_a_row (
  key TEXT PRIMARY KEY NOT NULL,
  account_id TEXT REFERENCES accounts (id) ON DELETE CASCADE,
  count INTEGER NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX tries_in_a_row_account ON tries_in_a_row (account_id);
CREATE INDEX tries_in_a_row_at ON tries_in_a_row (at);

CREATE TABLE devices (
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  digest TEXT NOT NULL,
  last_used_at TEXT NOT NULL,
  PRIMARY KEY (account_id, digest)
) STRICT, WITHOUT ROWID;
CREATE INDEX devices_use ON devices (last_used_at);

CREATE TABLE former_passwords (
  account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (account_id, position)
) STRICT, WITHOUT ROWID;
`,
  postgres: `
ALTER TABLE accounts ADD COLUMN password_stands_alone BIGINT NOT NULL DEFAULT 1 CHECK (password_stands_alone IN (0, 1));
ALTER TABLE accounts ADD COLUMN totp_enabled_at ${text};

ALTER TABLE email_addresses ADD COLUMN kept_verified BIGINT NOT NULL DEFAULT 1 CHECK (kept_verified IN (0, 1));

ALTER TABLE sessions ADD COLUMN browser ${text};
ALTER TABLE sessions ADD COLUMN system ${text};
ALTER TABLE sessions ADD COLUMN place ${text};

ALTER TABLE audit ADD COLUMN browser ${text};
ALTER TABLE audit ADD COLUMN system ${text};
ALTER TABLE audit ADD COLUMN place ${text};

CREATE TABLE totp (
  account_id ${text} PRIMARY KEY NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  secret_id ${text} NOT NULL,
  state ${text} NOT NULL CHECK (state IN ('waiting', 'on')),
  session_id ${text} NOT NULL,
  expires_at ${text} NOT NULL,
  last_step BIGINT NOT NULL
);
CREATE INDEX totp_waiting ON totp (expires_at) WHERE state = 'waiting';

CREATE TABLE recovery_codes (
  account_id ${text} NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  digest ${text} NOT NULL,
  PRIMARY KEY (account_id, digest)
);

CREATE TABLE passkeys (
  id ${text} PRIMARY KEY NOT NULL,
  account_id ${text} NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  position BIGINT NOT NULL,
  credential_id ${text} NOT NULL UNIQUE,
  public_key ${text} NOT NULL,
  sign_count BIGINT NOT NULL,
  transports ${text} NOT NULL,
  name ${text} NOT NULL,
  synced BIGINT NOT NULL CHECK (synced IN (0, 1)),
  created_at ${text} NOT NULL,
  last_used_at ${text}
);
CREATE UNIQUE INDEX passkeys_account ON passkeys (account_id, position);

CREATE TABLE challenges (
  digest ${text} PRIMARY KEY NOT NULL,
  account_id ${text} REFERENCES accounts (id) ON DELETE CASCADE,
  session_id ${text},
  purpose ${text} NOT NULL,
  expires_at ${text} NOT NULL,
  used_at ${text}
);
CREATE INDEX challenges_account ON challenges (account_id);
CREATE INDEX challenges_expiry ON challenges (expires_at);

CREATE TABLE links (
  id ${text} PRIMARY KEY NOT NULL,
  account_id ${text} NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  kind ${text} NOT NULL CHECK (kind IN ('verification', 'password_reset', 'security_report')),
  token_digest ${text} NOT NULL UNIQUE,
  address ${text} NOT NULL,
  address_canonical ${text} NOT NULL,
  created_at ${text} NOT NULL,
  expires_at ${text} NOT NULL,
  ended_at ${text},
  ending ${text} CHECK (ending IN ('used', 'dead', 'expired')),
  CHECK ((ended_at IS NULL) = (ending IS NULL))
);
CREATE INDEX links_account ON links (account_id, kind);
CREATE UNIQUE INDEX links_waiting ON links (account_id, kind) WHERE ended_at IS NULL AND kind <> 'security_report';
CREATE INDEX links_end ON links (coalesce(ended_at, expires_at));

CREATE TABLE tries_in_a_row (
  key ${text} PRIMARY KEY NOT NULL,
  account_id ${text} REFERENCES accounts (id) ON DELETE CASCADE,
  count BIGINT NOT NULL,
  at ${text} NOT NULL
);
CREATE INDEX tries_in_a_row_account ON tries_in_a_row (account_id);
CREATE INDEX tries_in_a_row_at ON tries_in_a_row (at);

CREATE TABLE devices (
  account_id ${text} NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  digest ${text} NOT NULL,
  last_used_at ${text} NOT NULL,
  PRIMARY KEY (account_id, digest)
);
CREATE INDEX devices_use ON devices (last_used_at);

CREATE TABLE former_passwords (
  account_id ${text} NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  position BIGINT NOT NULL,
  hash ${text} NOT NULL,
  PRIMARY KEY (account_id, position)
);
`,
};
