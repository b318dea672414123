import { avatarLimits } from '../../contract/avatar.ts';
import type { Settings } from '../ports/settings.ts';

/** What a host may leave out. */
export type SettingsInput = Pick<Settings, 'appName' | 'pages'> & {
  [Key in Exclude<keyof Settings, 'appName' | 'pages'>]?: Settings[Key] extends readonly unknown[]
    ? Settings[Key]
    : Settings[Key] extends object
      ? Partial<Settings[Key]>
      : Settings[Key];
};

/** What has to be a whole number from 1 on; anything else would fail later, at some request. */
function judgeNumbers(settings: Settings): void {
  const { passwordPolicy, stepUp, limits, sessions, avatar } = settings;
  const numbers: [name: string, value: number][] = [
    ['passwordPolicy.minLength', passwordPolicy.minLength],
    ['passwordPolicy.maxLength', passwordPolicy.maxLength],
    ['usernameMaxLength', settings.usernameMaxLength],
    ['stepUp.lifetimeSeconds', stepUp.lifetimeSeconds],
    ['stepUp.recentSignInSeconds', stepUp.recentSignInSeconds],
    ['sessions.lifetimeSeconds', sessions.lifetimeSeconds],
    ['sessions.idleSeconds', sessions.idleSeconds],
    ['emailLinkSeconds', settings.emailLinkSeconds],
    ['reportLinkSeconds', settings.reportLinkSeconds],
    ['avatar.maxBytes', avatar.maxBytes],
    ['avatar.maxPixels', avatar.maxPixels],
    ...[...limits.proofs, ...limits.mails].flatMap(({ count, seconds }): [string, number][] => [
      ['count of a limit', count],
      ['seconds of a limit', seconds],
    ]),
  ];
  for (const [name, value] of numbers) {
    if (!Number.isSafeInteger(value) || value < 1) {
      throw new Error(`selvedge: ${name} is ${String(value)}; it has to be a whole number from 1.`);
    }
  }
  if (passwordPolicy.minLength > passwordPolicy.maxLength) {
    throw new Error('selvedge: passwordPolicy.minLength is above its maxLength.');
  }
  if (settings.usernameMaxLength > 128) {
    throw new Error('selvedge: usernameMaxLength is from 1 to 128.');
  }
}

/** Fills in the defaults. Throws a sentence for a page that is no absolute URL, or a limit that makes no sense. */
export function completeSettings(input: SettingsInput): Settings {
  for (const [name, url] of Object.entries(input.pages)) {
    if (!/^https?:$/.test(URL.parse(url)?.protocol ?? '')) {
      throw new Error(
        `selvedge: pages.${name} is "${url}"; mailed links need an absolute http(s) URL.`,
      );
    }
  }
  const settings: Settings = {
    appName: input.appName,
    pages: input.pages,
    language: input.language ?? 'en',
    passwordPolicy: {
      minLength: 15,
      maxLength: 256,
      characterTypes: { among: [], atLeast: 0 },
      ...input.passwordPolicy,
    },
    isPasswordCommon: input.isPasswordCommon ?? null,
    usernameMaxLength: input.usernameMaxLength ?? 15,
    lockedFields: input.lockedFields ?? [],
    stepUp: {
      lifetimeSeconds: 300,
      reuse: false,
      recentSignInSeconds: 300,
      ...input.stepUp,
      operations: {
        requestEmailChange: true,
        changePassword: true,
        deleteAccount: true,
        ...input.stepUp?.operations,
      },
    },
    limits: {
      proofs: [{ count: 10, seconds: 300 }],
      mails: [
        { count: 1, seconds: 60 },
        { count: 10, seconds: 3600 },
      ],
      ...input.limits,
    },
    sessions: { lifetimeSeconds: 2_592_000, idleSeconds: 1_209_600, ...input.sessions },
    emailLinkSeconds: input.emailLinkSeconds ?? 3600,
    reportLinkSeconds: input.reportLinkSeconds ?? 604_800,
    avatar: { ...avatarLimits, baseUrl: '/api/auth/avatars', ...input.avatar },
  };
  judgeNumbers(settings);
  return settings;
}
