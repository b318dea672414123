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
import { effectivePolicy } from './password-rules.ts';
import { hasSecondFactor } from './step-up-methods.ts';

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

/** When the mail of a pending change, or of a verification, may be sent once more. */
export function resendAt(requestedAt: string, ports: Ports): string {
  const pause = Math.min(...ports.settings.limits.mails.map((limit) => limit.seconds));
  return new Date(
    Date.parse(requestedAt) + (Number.isFinite(pause) ? pause * 1000 : 0),
  ).toISOString();
}

/** What may be done now, each with the reason why not. The operations refuse the same once more. */
function abilities(record: AccountRecord, ports: Ports): Account['abilities'] {
  const { stepUp } = ports.settings;
  const ask = stepUp.operations;
  const ability = (stepUpAsked: boolean, reason: LockReason | null = null): Ability => ({
    allowed: reason === null,
    reason,
    stepUp: stepUpAsked,
  });
  return {
    updateProfile: ability(false),
    changeEmail: ability(ask.requestEmailChange),
    changePassword: ability(ask.changePassword, changePasswordLock(record, ports)),
    changeAvatar: ability(false),
    verifyEmail: ability(false, verifyEmailLock(record, ports)),
    manageTwoFactor: ability(
      hasSecondFactor(record) ? ask.disableTwoFactor : ask.setUpTotp,
      ports.ownSessions
        ? record.passwordHash === null
          ? 'no_password'
          : null
        : 'handled_elsewhere',
    ),
    managePasskeys: ability(ask.addPasskey, ports.passkeys === null ? 'not_offered' : null),
    manageSessions: ability(false, ports.ownSessions ? null : 'handled_elsewhere'),
    seeActivity: ability(false),
    resetPassword: ability(false, resetPasswordLock(ports)),
    deleteAccount: ability(ask.deleteAccount),
  };
}

/** Where passwords are ours, an account without one can choose its first. */
export function changePasswordLock(record: AccountRecord, ports: Ports): LockReason | null {
  return record.passwordHash === null && !ports.ownSessions ? 'handled_elsewhere' : null;
}

/** Why the address cannot be verified by mail. */
export function verifyEmailLock(record: AccountRecord, ports: Ports): LockReason | null {
  if (record.emailVerified) return 'already_done';
  return ports.mail ? null : 'not_offered';
}

/** Why no link to choose a new password is mailed. */
export function resetPasswordLock(ports: Ports): LockReason | null {
  if (!ports.ownSessions) return 'handled_elsewhere';
  return ports.mail ? null : 'not_offered';
}

function verificationView(record: AccountRecord, ports: Ports): Account['email']['verification'] {
  if (record.verification === null) return null;
  const { requestedAt, expiresAt } = record.verification;
  return { requestedAt, expiresAt, resendAt: resendAt(requestedAt, ports) };
}

/** The account as its owner sees it. What may be done is decided here, and enforced by the operations again. */
export function accountView(record: AccountRecord, ports: Ports): Account {
  const { settings } = ports;
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
      verification: verificationView(record, ports),
    },
    password: {
      set: record.passwordHash !== null,
      changedAt: record.passwordHash === null ? null : record.passwordChangedAt,
      policy: effectivePolicy(record, settings),
    },
    avatar: record.avatar && {
      url: `${settings.avatar.baseUrl}/${record.avatar.large}`,
      smallUrl: `${settings.avatar.baseUrl}/${record.avatar.small}`,
    },
    avatarLimits: { maxBytes: settings.avatar.maxBytes, maxPixels: settings.avatar.maxPixels },
    twoFactor: {
      totpEnabledAt: record.totpEnabledAt,
      recoveryCodesLeft: record.recoveryCodesLeft,
    },
    passkeys: record.passkeys.map(({ id, name, createdAt, lastUsedAt, synced }) => ({
      id,
      name,
      createdAt,
      lastUsedAt,
      synced,
    })),
    identities: record.identities.map(({ provider, label, name, connectedAt }) => ({
      provider,
      label,
      name,
      connectedAt,
    })),
    abilities: abilities(record, ports),
    createdAt: record.createdAt,
  };
}
