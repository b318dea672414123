import { AccountError } from '../../contract/account-error.ts';
import type { ProfileFieldName } from '../../contract/account.ts';
import { profileFields } from '../../contract/account.ts';
import { canonicalEmail, normalizeEmail } from '../../contract/email-address.ts';
import { UpdateProfile } from '../../contract/profile.ts';
import { parseInput } from '../../contract/validation.ts';
import type { AccountRecord, ProfileValues } from '../ports/account-store.ts';
import type { ProvisionedAccount } from '../ports/actor.ts';
import type { Ports } from '../ports/ports.ts';
import { effects } from './effects.ts';
import { instant } from './instants.ts';

/** The host's values in their stored form, `Ada` → `ada` for a username. What a profile cannot hold is left out. */
function judgeProfile(known: ProvisionedAccount): Required<ProfileValues> {
  const judge = (name: ProfileFieldName): string | null => {
    const parsed = parseInput(UpdateProfile, { [name]: known[name] });
    return 'value' in parsed ? (parsed.value[name] ?? null) : null;
  };
  return {
    name: judge('name'),
    username: judge('username'),
    givenName: judge('givenName'),
    familyName: judge('familyName'),
    nickname: judge('nickname'),
    language: judge('language'),
  };
}

/**
 * Makes the account of a host's own session when it is seen for the first time. It has no password here. Two requests
 * at once make one account. What a profile cannot hold is left out. Throws a sentence when the host's data is no
 * account, `email_taken` when another account has the address.
 */
export async function provisionAccount(
  ports: Ports,
  id: string,
  known: ProvisionedAccount,
): Promise<AccountRecord> {
  const at = instant(ports);
  const email = typeof known.email === 'string' ? normalizeEmail(known.email) : null;
  if (email === null)
    throw new Error(`selvedge: provision("${id}") answered an email that is no address.`);
  const outcome = await ports.store.createAccount(
    {
      id,
      email,
      emailCanonical: canonicalEmail(email),
      // A text such as "false" is no yes.
      emailVerified: known.emailVerified === true,
      ...judgeProfile(known),
      passwordHash: null,
      passwordChangedAt: null,
      passwordStandsAlone: true,
      createdAt: at,
      identities: (known.identities ?? []).map((identity) => ({
        provider: identity.provider,
        label: identity.label,
        name: identity.name ?? null,
        connectedAt: identity.connectedAt ?? at,
        owns: (identity.owns ?? []).filter((field): field is ProfileFieldName =>
          (profileFields as readonly string[]).includes(field),
        ),
      })),
    },
    null,
    effects(ports, { event: 'account_provisioned' }),
  );
  if (outcome.kind === 'done') return outcome.account;
  const other = await ports.store.findAccount(id, at);
  if (other !== null) return other;
  throw new AccountError(outcome.kind === 'username_taken' ? 'username_taken' : 'email_taken');
}
