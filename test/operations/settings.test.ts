import { expect, test } from 'vitest';
import { stepUpPurposes } from '../../src/contract/step-up.ts';
import type { SettingsInput } from '../../src/server/operations/default-settings.ts';
import { completeSettings } from '../../src/server/operations/default-settings.ts';

const pages = {
  passwordReset: 'https://app.example/reset',
  securityReport: 'https://app.example/security',
  settings: 'https://app.example/',
  emailConfirmation: 'https://app.example/confirm',
  emailReport: 'http://localhost:3000/report',
};
const complete = (input: object = {}): ReturnType<typeof completeSettings> =>
  completeSettings({ appName: 'Example', pages, ...input } as SettingsInput);

const everything = Object.fromEntries(stepUpPurposes.map((purpose) => [purpose, true]));

test('the defaults are those of the documents', () => {
  expect(complete()).toMatchObject({
    passwordPolicy: {
      minLength: 15,
      minLengthWithSecondFactor: 8,
      maxLength: 256,
      characterTypes: { among: [], atLeast: 0 },
      maxIdenticalInRow: null,
      notCommon: true,
      notPersonal: true,
      history: 0,
    },
    usernameMaxLength: 15,
    stepUp: {
      lifetimeSeconds: 300,
      reuse: false,
      recentSignInSeconds: 300,
      emailCode: false,
      operations: everything,
    },
    limits: {
      proofs: [{ count: 10, seconds: 300 }],
      proofsInARow: 100,
      addresses: [{ count: 100, seconds: 300 }],
      signUps: [{ count: 20, seconds: 3600 }],
      mails: [
        { count: 1, seconds: 60 },
        { count: 10, seconds: 3600 },
      ],
    },
    emailLinkSeconds: 3600,
    verificationLinkSeconds: 86_400,
    resetLinkSeconds: 3600,
    totpSetUpSeconds: 600,
    reportLinkSeconds: 604_800,
    avatar: { maxBytes: 10_485_760, maxPixels: 50_000_000 },
  });
});

test('a part that is set leaves its other defaults alone', () => {
  const { stepUp, limits, sessions } = complete({
    stepUp: { operations: { deleteAccount: false, addPasskey: undefined } },
    limits: { addresses: [], proofsInARow: undefined },
    sessions: undefined,
  });
  expect(stepUp.operations).toEqual({ ...everything, deleteAccount: false });
  expect(stepUp.lifetimeSeconds).toBe(300);
  expect(limits).toMatchObject({ addresses: [], proofsInARow: 100 });
  expect(sessions).toEqual({ lifetimeSeconds: 2_592_000, idleSeconds: 1_209_600 });
});

test('what makes no sense is refused at the start, with its name', () => {
  const bad: [input: object, name: string][] = [
    [{ pages: { ...pages, settings: '/settings' } }, 'pages.settings'],
    [{ pages: { ...pages, emailReport: 'javascript:alert(1)' } }, 'pages.emailReport'],
    [{ usernameMaxLength: 0 }, 'usernameMaxLength'],
    [{ usernameMaxLength: 129 }, 'usernameMaxLength'],
    [{ usernameMaxLength: '15' }, 'usernameMaxLength'],
    [{ stepUp: { lifetimeSeconds: 0 } }, 'stepUp.lifetimeSeconds'],
    [{ stepUp: { recentSignInSeconds: Number.NaN } }, 'stepUp.recentSignInSeconds'],
    [{ stepUp: { lifetimeSeconds: Infinity } }, 'stepUp.lifetimeSeconds'],
    [{ sessions: { lifetimeSeconds: '1h ' } }, 'sessions.lifetimeSeconds'],
    [{ sessions: { idleSeconds: -1 } }, 'sessions.idleSeconds'],
    [{ emailLinkSeconds: 0.5 }, 'emailLinkSeconds'],
    [{ reportLinkSeconds: 0 }, 'reportLinkSeconds'],
    [{ pages: { ...pages, passwordReset: undefined } }, 'pages.passwordReset'],
    [
      { pages: { ...pages, securityReport: 'https://app.example/#/report' } },
      'pages.securityReport',
    ],
    [{ verificationLinkSeconds: '1h' }, 'verificationLinkSeconds'],
    [{ resetLinkSeconds: 0 }, 'resetLinkSeconds'],
    [
      { resetLinkSeconds: 3601 },
      'resetLinkSeconds is 3601; it has to be a whole number from 1 to 3600',
    ],
    [{ totpSetUpSeconds: -1 }, 'totpSetUpSeconds'],
    [{ reportLinkSeconds: 1e12 }, 'reportLinkSeconds'],
    [{ limits: { proofs: [{ count: 0, seconds: 300 }] } }, 'count of a limit in limits.proofs'],
    [
      { limits: { mails: [{ count: 1, seconds: Number.NaN }] } },
      'seconds of a limit in limits.mails',
    ],
    [
      { limits: { addresses: [{ count: 1, seconds: '1h' }] } },
      'seconds of a limit in limits.addresses',
    ],
    [{ limits: { signUps: [{ count: 1.5, seconds: 60 }] } }, 'count of a limit in limits.signUps'],
    [{ limits: { proofsInARow: 0 } }, 'limits.proofsInARow'],
    [{ avatar: { maxBytes: 0 } }, 'avatar.maxBytes'],
    [{ avatar: { maxPixels: -1 } }, 'avatar.maxPixels'],
    [{ passwordPolicy: { minLength: 0 } }, 'passwordPolicy.minLength'],
    [{ passwordPolicy: { minLength: 300 } }, 'passwordPolicy.minLength'],
    [
      { passwordPolicy: { minLengthWithSecondFactor: 0 } },
      'passwordPolicy.minLengthWithSecondFactor',
    ],
    [
      { passwordPolicy: { minLengthWithSecondFactor: 16 } },
      'passwordPolicy.minLengthWithSecondFactor is above',
    ],
    [{ passwordPolicy: { maxIdenticalInRow: 0 } }, 'passwordPolicy.maxIdenticalInRow'],
    [{ passwordPolicy: { history: -1 } }, 'passwordPolicy.history'],
    [{ passwordPolicy: { history: 25 } }, 'passwordPolicy.history'],
    [
      { passwordPolicy: { characterTypes: { among: ['lower', 'lower'], atLeast: 2 } } },
      'passwordPolicy.characterTypes.atLeast',
    ],
    [
      { passwordPolicy: { characterTypes: { among: ['letters'], atLeast: 1 } } },
      'passwordPolicy.characterTypes.among has "letters"',
    ],
    [
      { passwordPolicy: { notCommon: false }, isPasswordCommon: () => true },
      'isPasswordCommon is never asked',
    ],
  ];
  for (const [input, name] of bad) {
    expect(() => complete(input), name).toThrow(`selvedge: ${name}`);
  }
});

test('a name that nobody reads is refused, with those that there are', () => {
  const parts: [input: object, name: string][] = [
    [{ pages: { ...pages, report: pages.emailReport } }, 'pages.report'],
    [{ stepUp: { lifeTimeSeconds: 60 } }, 'stepUp.lifeTimeSeconds'],
    [{ stepUp: { operations: { changeEmail: true } } }, 'stepUp.operations.changeEmail'],
    [{ limits: { proof: [] } }, 'limits.proof'],
    [{ passwordPolicy: { minimumLength: 20 } }, 'passwordPolicy.minimumLength'],
    [{ sessions: { idle: 60 } }, 'sessions.idle'],
    [{ avatar: { maxSize: 1 } }, 'avatar.maxSize'],
    [{ avatar: JSON.parse('{"__proto__": 1}') }, 'avatar.__proto__'],
  ];
  for (const [input, name] of parts) {
    expect(() => complete(input), name).toThrow(
      `selvedge: there is no option "${name}". There is:`,
    );
  }
});

test('a policy that is shorter than its length with a second factor shortens that, too', () => {
  expect(complete({ passwordPolicy: { minLength: 6 } }).passwordPolicy).toMatchObject({
    minLength: 6,
    minLengthWithSecondFactor: 6,
  });
  expect(complete({ passwordPolicy: { minLength: 10 } }).passwordPolicy).toMatchObject({
    minLength: 10,
    minLengthWithSecondFactor: 8,
  });
});
