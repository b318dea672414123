import type { AccountAnswer, ProfileFieldName } from '../../contract/account.ts';
import { profileFields } from '../../contract/account.ts';
import { AccountError } from '../../contract/account-error.ts';
import type { FieldError } from '../../contract/errors.ts';
import type { UpdateProfile } from '../../contract/profile.ts';
import { countCodePoints } from '../../contract/text.ts';
import type { AccountRecord, ProfileValues } from '../ports/account-store.ts';
import type { Ports } from '../ports/ports.ts';
import { accountView } from './account-view.ts';
import type { Call } from './call.ts';
import { callerAccount, effects, settle } from './effects.ts';

/** The account of the session. */
export async function getAccount(ports: Ports, call: Call<undefined>): Promise<AccountAnswer> {
  return { account: accountView(await callerAccount(ports, call), ports) };
}

/** What the stored state has against the values: fields of somebody else, and lengths that are an option. */
function refusals(ports: Ports, record: AccountRecord, values: ProfileValues): FieldError[] {
  const fields = accountView(record, ports).profile;
  return profileFields.flatMap((name): FieldError[] => {
    const value = values[name];
    if (value === undefined || value === record[name]) return [];
    const field = fields[name];
    if (!field.editable) return [{ pointer: `/${name}`, code: 'not_editable', params: {} }];
    if (value !== null && countCodePoints(value) > field.maxLength) {
      return [{ pointer: `/${name}`, code: 'too_long', params: { maximum: field.maxLength } }];
    }
    return [];
  });
}

/** Changes fields of the profile: absent keeps, null clears. */
export async function updateProfile(
  ports: Ports,
  call: Call<UpdateProfile>,
): Promise<AccountAnswer> {
  const record = await callerAccount(ports, call);
  const values: ProfileValues = {};
  for (const name of profileFields) {
    const value = call.input[name];
    if (value !== undefined) values[name] = value;
  }
  const errors = refusals(ports, record, values);
  if (errors.length > 0) throw new AccountError('validation_failed', { errors });

  const changed = (Object.keys(values) as ProfileFieldName[]).filter(
    (name) => values[name] !== record[name],
  );
  const isCurrent = call.expectedVersion === null || call.expectedVersion === record.version;
  // Nothing to write: another tab that has the same version is not told of a change that was none.
  if (changed.length === 0 && isCurrent) return { account: accountView(record, ports) };
  const outcome = settle(
    ports,
    await ports.store.updateProfile(
      { accountId: record.id, values, expectedVersion: call.expectedVersion },
      effects(ports, {
        event: 'profile_updated',
        from: call.from,
        sessionId: call.actor.sessionId,
        details: { fields: changed.join(' ') },
      }),
    ),
    record,
  );
  if (outcome.kind === 'username_taken') {
    const taken = [{ pointer: '/username', code: 'taken', params: {} }];
    throw new AccountError('username_taken', { errors: taken });
  }
  const account = accountView(outcome.account, ports);
  if (outcome.kind === 'version_conflict') throw new AccountError('version_conflict', { account });
  return { account };
}
