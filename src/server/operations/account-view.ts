import type {
  Ability,
  Account,
  LockReason,
  ProfileField,
  ProfileFieldName,
} from '../../contract/account.ts';
import { profileLimits } from '../../contract/profile.ts';
import type { AccountRecord } from '../ports/account-store.ts';
import type { Ports } from '../ports/ports.ts';

function profileField(record: AccountRecord, field: ProfileFieldName, ports: Ports): ProfileField {
  const { settings } = ports;
  const provider = record.identities.find((identity) => identity.owns.includes(field));
  const reason: LockReason | null =
    provider === undefined
      ? settings.lockedFields.includes(field)
        ? 'locked_by_application'
        : null
      : 'owned_by_provider';
  return {
    value: record[field],
    editable: reason === null,
    reason,
    owner: provider?.label ?? 'account',
    maxLength: field === 'username' ? settings.usernameMaxLength : profileLimits[field],
  };
}

/** When the mail of a pending change may be sent once more. */
export function resendAt(requestedAt: string, ports: Ports): string {
  const pause = Math.min(...ports.settings.limits.mails.map((limit) => limit.seconds));
  return new Date(
    Date.parse(requestedAt) + (Number.isFinite(pause) ? pause * 1000 : 0),
  ).toISOString();
}

/** The account as its owner sees it. What may be done is decided here, and enforced by the operations again. */
export function accountView(record: AccountRecord, ports: Ports): Account {
  const { settings } = ports;
  const ask = settings.stepUp.operations;
  const ability = (stepUp: boolean, reason: LockReason | null = null): Ability => ({
    allowed: reason === null,
    reason,
    stepUp,
  });
  const pending = record.pendingEmail;
  return {
    id: record.id,
    version: record.version,
    profile: {
      name: profileField(record, 'name', ports),
      username: profileField(record, 'username', ports),
      givenName: profileField(record, 'givenName', ports),
      familyName: profileField(record, 'familyName', ports),
      nickname: profileField(record, 'nickname', ports),
      language: profileField(record, 'language', ports),
    },
    email: {
      address: record.email,
      verified: record.emailVerified,
      pending: pending && {
        address: pending.address,
        requestedAt: pending.requestedAt,
        expiresAt: pending.expiresAt,
        resendAt: resendAt(pending.requestedAt, ports),
      },
    },
    password: {
      set: record.passwordHash !== null,
      changedAt: record.passwordChangedAt,
      policy: settings.passwordPolicy,
    },
    avatar: record.avatar && {
      url: `${settings.avatar.baseUrl}/${record.avatar.large}`,
      smallUrl: `${settings.avatar.baseUrl}/${record.avatar.small}`,
    },
    avatarLimits: { maxBytes: settings.avatar.maxBytes, maxPixels: settings.avatar.maxPixels },
    identities: record.identities.map(({ provider, label, name, connectedAt }) => ({
      provider,
      label,
      name,
      connectedAt,
    })),
    abilities: {
      updateProfile: ability(false),
      changeEmail: ability(ask.requestEmailChange),
      changePassword: ability(
        ask.changePassword,
        record.passwordHash === null ? 'no_password' : null,
      ),
      changeAvatar: ability(false),
      deleteAccount: ability(ask.deleteAccount),
    },
    createdAt: record.createdAt,
  };
}
