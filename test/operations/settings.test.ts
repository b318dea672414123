import { expect, test } from 'vitest';
import type { SettingsInput } from '../../src/server/operations/default-settings.ts';
import { completeSettings } from '../../src/server/operations/default-settings.ts';

const pages = {
  settings: 'https://app.example/',
  emailConfirmation: 'https://app.example/confirm',
  emailReport: 'http://localhost:3000/report',
};
const complete = (input: object = {}): ReturnType<typeof completeSettings> =>
  completeSettings({ appName: 'Example', pages, ...input } as SettingsInput);

test('the defaults are those of the documents', () => {
  expect(complete()).toMatchObject({
    passwordPolicy: { minLength: 15, maxLength: 256, characterTypes: { among: [], atLeast: 0 } },
    usernameMaxLength: 15,
    stepUp: {
      lifetimeSeconds: 300,
      reuse: false,
      recentSignInSeconds: 300,
      operations: { requestEmailChange: true, changePassword: true, deleteAccount: true },
    },
    limits: {
      proofs: [{ count: 10, seconds: 300 }],
      mails: [
        { count: 1, seconds: 60 },
        { count: 10, seconds: 3600 },
      ],
    },
    emailLinkSeconds: 3600,
    reportLinkSeconds: 604_800,
    avatar: { maxBytes: 10_485_760, maxPixels: 50_000_000 },
  });
});

test('a part that is set leaves its other defaults alone', () => {
  const { stepUp } = complete({ stepUp: { operations: { deleteAccount: false } } });
  expect(stepUp.operations).toEqual({
    requestEmailChange: true,
    changePassword: true,
    deleteAccount: false,
  });
  expect(stepUp.lifetimeSeconds).toBe(300);
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
    [{ limits: { proofs: [{ count: 0, seconds: 300 }] } }, 'count of a limit'],
    [{ limits: { mails: [{ count: 1, seconds: Number.NaN }] } }, 'seconds of a limit'],
    [{ avatar: { maxBytes: 0 } }, 'avatar.maxBytes'],
    [{ avatar: { maxPixels: -1 } }, 'avatar.maxPixels'],
    [{ passwordPolicy: { minLength: 0 } }, 'passwordPolicy.minLength'],
    [{ passwordPolicy: { minLength: 300 } }, 'passwordPolicy.minLength'],
  ];
  for (const [input, name] of bad) {
    expect(() => complete(input), name).toThrow(`selvedge: ${name}`);
  }
});
