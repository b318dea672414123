import { describe, expect } from 'vitest';
import { Account } from '../contract/account.ts';
import type { CallOptions, FullBackend } from '../contract/backend.ts';
import { parseInput } from '../contract/validation.ts';
import type { BackendFeature, HasFeature } from './backend-features.ts';
import { noPasskey } from './backend-no-passkey.ts';
import { examplePicture } from './backend-pictures.ts';
import type { BackendTest } from './backend-stage.ts';
import { accountOf, ada, codeOf, fieldsOf, grace, raceCodes } from './backend-stage.ts';

type Call = (backend: FullBackend, options?: CallOptions) => Promise<unknown>;
type Calls = Readonly<Record<string, Call>>;

/** Each operation of the person's own session that every backend has, with an input that is good. */
const everywhere: Calls = {
  getAccount: (backend, options) => backend.getAccount(undefined, options),
  updateProfile: (backend, options) => backend.updateProfile({ nickname: 'Countess' }, options),
  requestEmailChange: (backend, options) =>
    backend.requestEmailChange({ newEmail: 'new@example.com' }, options),
  resendEmailChange: (backend, options) => backend.resendEmailChange(undefined, options),
  cancelEmailChange: (backend, options) => backend.cancelEmailChange(undefined, options),
  changePassword: (backend, options) =>
    backend.changePassword({ newPassword: 'another long sentence' }, options),
  setAvatar: (backend, options) => backend.setAvatar({ image: examplePicture('red') }, options),
  removeAvatar: (backend, options) => backend.removeAvatar(undefined, options),
  deleteAccount: (backend, options) => backend.deleteAccount(undefined, options),
  stepUp: (backend, options) =>
    backend.stepUp({ purpose: 'deleteAccount', password: ada.password }, options),
};

const id = 'nobody-has-this-one';

/** The same of the parts that not every backend has. */
const byFeature: Readonly<Partial<Record<BackendFeature, Calls>>> = {
  twoFactor: {
    setUpTotp: (backend, options) => backend.setUpTotp(undefined, options),
    enableTotp: (backend, options) => backend.enableTotp({ code: '123456' }, options),
    disableTwoFactor: (backend, options) => backend.disableTwoFactor(undefined, options),
    createRecoveryCodes: (backend, options) => backend.createRecoveryCodes(undefined, options),
  },
  passkeys: {
    startStepUp: (backend, options) =>
      backend.startStepUp({ purpose: 'deleteAccount', method: 'passkey' }, options),
    startPasskey: (backend, options) => backend.startPasskey(undefined, options),
    addPasskey: (backend, options) => backend.addPasskey({ response: noPasskey }, options),
    renamePasskey: (backend, options) => backend.renamePasskey({ id, name: 'Key' }, options),
    removePasskey: (backend, options) => backend.removePasskey({ id }, options),
  },
  sessions: {
    listSessions: (backend, options) => backend.listSessions(undefined, options),
    endSession: (backend, options) => backend.endSession({ id }, options),
    endOtherSessions: (backend, options) => backend.endOtherSessions(undefined, options),
  },
  activity: {
    listActivity: (backend, options) => backend.listActivity({}, options),
    reportActivity: (backend, options) => backend.reportActivity({ id }, options),
  },
  emailVerification: {
    resendVerification: (backend, options) => backend.resendVerification(undefined, options),
  },
};

function callsOf(has: HasFeature): Calls {
  const features = Object.keys(byFeature) as BackendFeature[];
  return Object.assign(
    { ...everywhere },
    ...features.filter(has).map((feature) => byFeature[feature]),
  ) as Calls;
}

/** A key that no operation knows. */
const unknownKey = { isAdmin: true } as object;

/** Who asks, and what is judged before any rule. */
export function describeSessionsOfCalls(test: BackendTest, has: HasFeature): void {
  const calls = callsOf(has);

  async function codesOf(run: (call: Call) => Promise<unknown>): Promise<Record<string, string>> {
    const codes: Record<string, string> = {};
    for (const [name, call] of Object.entries(calls)) codes[name] = await codeOf(run(call));
    return codes;
  }

  function all(code: string): Record<string, string> {
    return Object.fromEntries(Object.keys(calls).map((name) => [name, code]));
  }

  describe('a call', () => {
    test('gets the whole account of its session', async ({ signIn, read }) => {
      const account = await read(await signIn(ada.email));
      expect(parseInput(Account, account)).toEqual({ value: account });
      expect(account).toMatchObject({
        version: 1,
        profile: {
          name: { value: ada.name, editable: true, reason: null, owner: 'account' },
          username: { value: ada.username },
          nickname: { value: null },
        },
        email: { address: ada.email, verified: true, pending: null, verification: null },
        password: { set: true, policy: { minLength: 15, maxLength: 256 } },
        avatar: null,
        twoFactor: { totpEnabledAt: null, recoveryCodesLeft: 0 },
        passkeys: [],
        identities: [],
        abilities: {
          updateProfile: { allowed: true, stepUp: false },
          changeEmail: { allowed: true, stepUp: true },
          changePassword: { allowed: true, stepUp: true },
          changeAvatar: { allowed: true, stepUp: false },
          deleteAccount: { allowed: true, stepUp: true },
        },
      });
    });

    test('without a session is not signed in', async ({ anonymous }) => {
      expect(await codesOf((call) => call(anonymous))).toEqual(all('not_signed_in'));
    });

    test('of a session that another one has ended is told so', async (stage) => {
      const [own, other] = [await stage.signIn(ada.email), await stage.signIn(ada.email)];
      await stage.prove(own, 'changePassword');
      await own.changePassword({ newPassword: 'another long sentence' });
      expect(await codesOf((call) => call(other))).toEqual(all('session_ended'));
    });

    test('from a page that shows another account changes nothing', async (stage) => {
      const own = await stage.signIn(ada.email);
      const before = await stage.read(own);
      const { id: accountId } = await stage.read(await stage.signIn(grace.email));
      const codes = await codesOf((call) => call(own, { accountId }));
      expect(codes).toEqual(all('account_switched'));
      expect(await stage.read(own)).toEqual(before);
    });

    test('from a page that shows the same account passes', async ({ signIn, read }) => {
      const own = await signIn(ada.email);
      const { id: accountId } = await read(own);
      const answer = own.updateProfile({ nickname: 'Countess' }, { accountId });
      expect((await accountOf(answer)).id).toBe(accountId);
    });

    test('that is cancelled before it leaves changes nothing', async ({ signIn, read }) => {
      const own = await signIn(ada.email);
      const before = await read(own);
      const signal = AbortSignal.abort();
      expect(await codesOf((call) => call(own, { signal }))).toEqual(all('aborted'));
      expect(await read(own)).toEqual(before);
    });

    test('with a key that nobody knows is refused and changes nothing', async (stage) => {
      const own = await stage.signIn(ada.email);
      await stage.prove(own, 'requestEmailChange');
      await stage.prove(own, 'changePassword');
      const before = await stage.read(own);
      const refused = ['/isAdmin unknown_key'];
      const newEmail = 'new@example.com';
      const newPassword = 'another long sentence';
      const purpose = 'deleteAccount';
      const { anonymous } = stage;
      expect(await fieldsOf(own.updateProfile({ name: 'A', ...unknownKey }))).toEqual(refused);
      expect(await fieldsOf(own.requestEmailChange({ newEmail, ...unknownKey }))).toEqual(refused);
      expect(await fieldsOf(own.changePassword({ newPassword, ...unknownKey }))).toEqual(refused);
      expect(await fieldsOf(own.stepUp({ purpose, ...unknownKey }))).toEqual(refused);
      const token = 'x'.repeat(43);
      const confirm = anonymous.confirmEmailChange({ token, ...unknownKey });
      expect(await fieldsOf(confirm)).toEqual(refused);
      const report = anonymous.reportEmailChange({ token, ...unknownKey });
      expect(await fieldsOf(report)).toEqual(refused);
      expect(await stage.read(own)).toEqual(before);
    });

    test('of 16 at once that read all get the same', async ({ signIn }) => {
      const own = await signIn(ada.email);
      expect(await raceCodes(() => own.getAccount())).toEqual({ done: 16 });
    });
  });
}
