import { sql } from 'kysely';
import type { Instant } from '../ports/account-store.ts';
import type { LinkKind, NewLink } from '../ports/link-store.ts';
import type { Param } from './statement.ts';
import { statement } from './statement.ts';
import type { Transaction } from './transaction.ts';
import { one, run } from './transaction.ts';

const insertLink = statement((db, param: Param<NewLink & { at: Instant }>) =>
  db.insertInto('links').values({
    id: param('id'),
    account_id: param('accountId'),
    kind: param('kind'),
    token_digest: param('tokenDigest'),
    address: param('address'),
    address_canonical: param('addressCanonical'),
    created_at: param('at'),
    expires_at: param('expiresAt'),
    ended_at: null,
    ending: null,
  }),
);

const voidLinks = statement(
  (db, param: Param<{ accountId: string; kind: LinkKind; at: Instant }>) =>
    db
      .updateTable('links')
      // One that has run out is put aside, too: to a clock that is behind it would be live beside a newer one.
      .set({
        ended_at: sql<Instant>`case when expires_at > ${param('at')} then ${param('at')} else expires_at end`,
        ending: sql<
          'dead' | 'expired'
        >`case when expires_at > ${param('at')} then 'dead' else 'expired' end`,
      })
      .where('account_id', '=', param('accountId'))
      .where('kind', '=', param('kind'))
      .where('ended_at', 'is', null),
);

const takeLive = statement((db, param: Param<{ id: string; kind: LinkKind; at: Instant }>) =>
  db
    .updateTable('links')
    .set({ ended_at: param('at'), ending: 'used' })
    .where('id', '=', param('id'))
    .where('kind', '=', param('kind'))
    .where('ended_at', 'is', null)
    .where('expires_at', '>', param('at'))
    .returning('account_id'),
);

const takeLiveAtAddress = statement(
  (db, param: Param<{ id: string; kind: LinkKind; at: Instant }>) =>
    db
      .updateTable('links')
      .set({ ended_at: param('at'), ending: 'used' })
      .where('id', '=', param('id'))
      .where('kind', '=', param('kind'))
      .where('ended_at', 'is', null)
      .where('expires_at', '>', param('at'))
      .where((eb) =>
        eb.exists(
          eb
            .selectFrom('email_addresses')
            .select('canonical')
            .whereRef('canonical', '=', 'links.address_canonical')
            .whereRef('email_addresses.account_id', '=', 'links.account_id')
            .where('kept_until', 'is', null),
        ),
      )
      .returning('account_id'),
);

/** What the digest of a token stands for. */
export const linkByDigest = statement((db, param: Param<{ tokenDigest: string }>) =>
  db
    .selectFrom('links')
    .select(['id', 'kind', 'account_id', 'address', 'expires_at', 'ending'])
    .where('token_digest', '=', param('tokenDigest')),
);

/** Makes every live link of one kind void. */
export function* endLinks(accountId: string, kind: LinkKind, at: Instant): Transaction<void> {
  yield* run(voidLinks, { accountId, kind, at });
}

/** Makes the links void that stand for the address that an account had. Reports stay: they are about what happened. */
export function* endAddressLinks(accountId: string, at: Instant): Transaction<void> {
  yield* endLinks(accountId, 'verification', at);
  yield* endLinks(accountId, 'password_reset', at);
}

/** Stores the links that mails of an account carry. A newer `verification` or `password_reset` makes the older void. */
export function* addLinks(
  accountId: string,
  links: readonly NewLink[],
  at: Instant,
): Transaction<void> {
  for (const link of links) {
    if (link.kind !== 'security_report') yield* endLinks(accountId, link.kind, at);
    yield* run(insertLink, { ...link, accountId, at });
  }
}

/** Decides whose click counts: answers the account's id to that one, else null. */
export function* takeLink(id: string, kind: LinkKind, at: Instant): Transaction<string | null> {
  return (yield* one(takeLive, { id, kind, at }))?.account_id ?? null;
}

/** The same for a link that is worth something only while its address is the account's. */
export function* takeAddressLink(
  id: string,
  kind: LinkKind,
  at: Instant,
): Transaction<string | null> {
  return (yield* one(takeLiveAtAddress, { id, kind, at }))?.account_id ?? null;
}
