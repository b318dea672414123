import { avatarLimits } from '../../contract/avatar.ts';
import type { Settings } from '../ports/settings.ts';
import { passwordPolicies } from './password-policies.ts';
import { judgeSettings } from './settings-judge.ts';

/** Proofs before what is dangerous, as a host gives them. */
type StepUpInput = Partial<Omit<Settings['stepUp'], 'operations'>> & {
  /** Those that are not named ask. */
  operations?: Partial<Settings['stepUp']['operations']>;
};

/** What a host may leave out. */
export type SettingsInput = Pick<Settings, 'appName' | 'pages'> & {
  [
    Key in Exclude<keyof Settings, 'appName' | 'pages' | 'stepUp'>
  ]?: Settings[Key] extends readonly unknown[]
    ? Settings[Key]
    : Settings[Key] extends object
      ? Partial<Settings[Key]>
      : Settings[Key];
} & {
  /** Proofs before what is dangerous. */
  stepUp?: StepUpInput;
};

/**
 * A part of the settings with its defaults filled in. A name that has none is refused: a slip of the pen must not switch a
 * guard off. What is `undefined` is as if it were not there.
 */
function complete<Part extends object>(
  where: string,
  given: Partial<Part> | undefined,
  defaults: Part,
): Part {
  const part = { ...defaults };
  for (const [name, value] of Object.entries(given ?? {}) as [keyof Part & string, never][]) {
    if (!Object.hasOwn(defaults, name)) {
      throw new Error(
        `selvedge: there is no option "${where}.${name}". There is: ${Object.keys(defaults).join(', ')}.`,
      );
    }
    if (value !== undefined) part[name] = value;
  }
  return part;
}

/** What mailed links lead to; every one of them is there, or the settings are refused. */
const noPages: Settings['pages'] = {
  emailConfirmation: '',
  emailReport: '',
  passwordReset: '',
  securityReport: '',
  settings: '',
};

const everyOperation: Settings['stepUp']['operations'] = {
  requestEmailChange: true,
  changePassword: true,
  deleteAccount: true,
  setUpTotp: true,
  disableTwoFactor: true,
  createRecoveryCodes: true,
  addPasskey: true,
  removePasskey: true,
};

const limits: Settings['limits'] = {
  proofs: [{ count: 10, seconds: 300 }],
  proofsInARow: 100,
  addresses: [{ count: 100, seconds: 300 }],
  signUps: [{ count: 20, seconds: 3600 }],
  mails: [
    { count: 1, seconds: 60 },
    { count: 10, seconds: 3600 },
  ],
};

function completePolicy(given: SettingsInput['passwordPolicy']): Settings['passwordPolicy'] {
  const policy = complete<Settings['passwordPolicy']>(
    'passwordPolicy',
    given,
    passwordPolicies.nist,
  );
  if (given?.minLengthWithSecondFactor !== undefined) return policy;
  const { minLength, minLengthWithSecondFactor } = policy;
  return {
    ...policy,
    minLengthWithSecondFactor: Math.min(minLength, minLengthWithSecondFactor),
  };
}

function completeStepUp(given: StepUpInput = {}): Settings['stepUp'] {
  const { operations, ...others } = given;
  const defaults: Settings['stepUp'] = {
    lifetimeSeconds: 300,
    reuse: false,
    recentSignInSeconds: 300,
    emailCode: false,
    operations: complete('stepUp.operations', operations, everyOperation),
  };
  return complete('stepUp', others, defaults);
}

/**
 * Fills in the defaults. Throws a sentence for a page that is no absolute URL, for a name that nobody reads within a part,
 * and for a value that makes no sense.
 */
export function completeSettings(input: SettingsInput): Settings {
  const settings: Settings = {
    appName: input.appName,
    pages: complete('pages', input.pages, noPages),
    language: input.language ?? 'en',
    mailLook: input.mailLook ?? null,
    passwordPolicy: completePolicy(input.passwordPolicy),
    isPasswordCommon: input.isPasswordCommon ?? null,
    usernameMaxLength: input.usernameMaxLength ?? 15,
    lockedFields: input.lockedFields ?? [],
    stepUp: completeStepUp(input.stepUp),
    limits: complete('limits', input.limits, limits),
    sessions: complete('sessions', input.sessions, {
      lifetimeSeconds: 2_592_000,
      idleSeconds: 1_209_600,
    }),
    emailLinkSeconds: input.emailLinkSeconds ?? 3600,
    verificationLinkSeconds: input.verificationLinkSeconds ?? 86_400,
    resetLinkSeconds: input.resetLinkSeconds ?? 3600,
    totpSetUpSeconds: input.totpSetUpSeconds ?? 600,
    reportLinkSeconds: input.reportLinkSeconds ?? 604_800,
    avatar: complete('avatar', input.avatar, {
      ...avatarLimits,
      baseUrl: '/api/auth/avatars',
    }),
  };
  judgeSettings(settings);
  return settings;
}
