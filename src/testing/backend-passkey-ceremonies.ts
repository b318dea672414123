import { describe, expect } from 'vitest';
import type { FullBackend } from '../contract/backend.ts';
import type { PasskeyOptions, PasskeyResponse } from '../contract/passkeys.ts';
import type { StepUpPurpose } from '../contract/step-up.ts';
import type { BackendStage, BackendTest } from './backend-stage.ts';
import { accountOf, ada, codeOf, fieldsOf, grace, raceCodes, refusal } from './backend-stage.ts';

/** An authenticator, with the browser around it on a page of the application. */
export interface SuiteAuthenticator {
  /** What `navigator.credentials.create` answers to the options, its person verified, in the JSON form. */
  create: (options: PasskeyOptions) => PasskeyResponse | Promise<PasskeyResponse>;
  /** What `navigator.credentials.get` answers to the options. */
  get: (options: PasskeyOptions) => PasskeyResponse | Promise<PasskeyResponse>;
}

/** Makes an authenticator with nothing in it. */
export type CreateAuthenticator = () => SuiteAuthenticator;

const purpose = 'deleteAccount';
const refused = ['/passkey passkey_refused'];

/** Adds a passkey, by the password; answers its id. */
async function add(
  stage: BackendStage,
  own: FullBackend,
  authenticator: SuiteAuthenticator,
): Promise<string> {
  await stage.prove(own, 'addPasskey');
  const { options } = await own.startPasskey();
  const response = await authenticator.create(options);
  const { passkeys } = await accountOf(own.addPasskey({ name: 'Laptop', response }));
  return passkeys.at(-1)?.id ?? '';
}

/** What the authenticator answers when a proof is begun. */
async function answer(
  own: FullBackend,
  authenticator: SuiteAuthenticator,
  forPurpose: StepUpPurpose = purpose,
): Promise<PasskeyResponse> {
  const { options } = await own.startStepUp({ purpose: forPurpose, method: 'passkey' });
  return authenticator.get(options ?? {});
}

function describeAdding(test: BackendTest, createAuthenticator: CreateAuthenticator): void {
  describe('a passkey that an authenticator makes', () => {
    test('is added with its name, uses the proof up, and is told of by mail', async (stage) => {
      const own = await stage.signIn(ada.email);
      const before = await stage.read(own);
      const id = await add(stage, own, createAuthenticator());
      const account = await stage.read(own);
      expect(account.passkeys).toHaveLength(1);
      expect(account.passkeys[0]).toMatchObject({ id, name: 'Laptop', lastUsedAt: null });
      expect(account.version).toBeGreaterThan(before.version);
      expect(await codeOf(own.startPasskey())).toBe('step_up_required');
      await stage.linkTo(ada.email);
    });

    test('has a name without being given one', async (stage) => {
      const own = await stage.signIn(ada.email);
      await stage.prove(own, 'addPasskey');
      const response = await createAuthenticator().create((await own.startPasskey()).options);
      const { passkeys } = await accountOf(own.addPasskey({ response }));
      expect(passkeys[0]?.name).not.toBe('');
    });

    test('answers what this session was asked, once, and within five minutes', async (stage) => {
      const [own, other] = [await stage.signIn(ada.email), await stage.signIn(ada.email)];
      for (const backend of [own, other]) await stage.prove(backend, 'addPasskey');
      const { options } = await own.startPasskey();
      const response = await createAuthenticator().create(options);
      expect(await fieldsOf(other.addPasskey({ response }))).toEqual(['/response passkey_refused']);
      expect(await codeOf(own.addPasskey({ response }))).toBe('done');
      await stage.prove(own, 'addPasskey');
      expect(await codeOf(own.addPasskey({ response }))).toBe('validation_failed');
      const late = await createAuthenticator().create((await own.startPasskey()).options);
      await stage.advance(300);
      await stage.prove(own, 'addPasskey');
      const tooLate = own.addPasskey({ response: late });
      expect(await fieldsOf(tooLate)).toEqual(['/response passkey_refused']);
      expect((await stage.read(own)).passkeys).toHaveLength(1);
    });

    test('of 16 that race with one answer exactly one is added', async (stage) => {
      const own = await stage.signIn(ada.email);
      await stage.prove(own, 'addPasskey');
      const response = await createAuthenticator().create((await own.startPasskey()).options);
      const { done } = await raceCodes(() => own.addPasskey({ response }));
      expect(done).toBe(1);
      expect((await stage.read(own)).passkeys).toHaveLength(1);
    });

    test('is named in the options of the next, which does not take its place', async (stage) => {
      const own = await stage.signIn(ada.email);
      const authenticator = createAuthenticator();
      await add(stage, own, authenticator);
      await stage.prove(own, 'addPasskey');
      const { options } = await own.startPasskey();
      expect(options['excludeCredentials']).toHaveLength(1);
      await add(stage, own, createAuthenticator());
      expect((await stage.read(own)).passkeys).toHaveLength(2);
    });
  });
}

function describeProving(test: BackendTest, createAuthenticator: CreateAuthenticator): void {
  describe('a passkey of the account', () => {
    test('proves, each answer once, and shows when it was used', async (stage) => {
      const own = await stage.signIn(ada.email);
      const authenticator = createAuthenticator();
      await add(stage, own, authenticator);
      const error = await refusal(own.deleteAccount());
      expect(error.stepUp?.methods).toEqual([{ kind: 'password' }, { kind: 'passkey' }]);
      const passkey = await answer(own, authenticator);
      expect(await codeOf(own.stepUp({ purpose, passkey }))).toBe('done');
      expect(await fieldsOf(own.stepUp({ purpose, passkey }))).toEqual(refused);
      expect((await stage.read(own)).passkeys[0]?.lastUsedAt).not.toBeNull();
      expect(await codeOf(own.deleteAccount())).toBe('done');
    });

    test('proves for what was begun, in the session that began it, within five minutes', async (stage) => {
      const [own, other] = [await stage.signIn(ada.email), await stage.signIn(ada.email)];
      const authenticator = createAuthenticator();
      await add(stage, own, authenticator);
      const passkey = await answer(own, authenticator, 'changePassword');
      expect(await fieldsOf(own.stepUp({ purpose, passkey }))).toEqual(refused);
      const elsewhere = other.stepUp({ purpose: 'changePassword', passkey });
      expect(await fieldsOf(elsewhere)).toEqual(refused);
      const late = await answer(own, authenticator);
      await stage.advance(300);
      expect(await fieldsOf(own.stepUp({ purpose, passkey: late }))).toEqual(refused);
      expect(await codeOf(own.deleteAccount())).toBe('step_up_required');
    });

    test("proves nothing for somebody else's", async (stage) => {
      const [own, other] = [await stage.signIn(ada.email), await stage.signIn(grace.email)];
      const [mine, theirs] = [createAuthenticator(), createAuthenticator()];
      await add(stage, own, mine);
      await add(stage, other, theirs);
      const passkey = await answer(other, theirs);
      expect(await fieldsOf(own.stepUp({ purpose, passkey }))).toEqual(refused);
      const { options } = await own.startStepUp({ purpose, method: 'passkey' });
      const { allowCredentials: _, ...anyOf } = options ?? {};
      const stolen = await theirs.get(anyOf);
      expect(await fieldsOf(own.stepUp({ purpose, passkey: stolen }))).toEqual(refused);
      expect(await codeOf(own.deleteAccount())).toBe('step_up_required');
    });

    test('of 16 that race with one answer exactly one proves', async (stage) => {
      const own = await stage.signIn(ada.email);
      const authenticator = createAuthenticator();
      await add(stage, own, authenticator);
      const passkey = await answer(own, authenticator);
      const { done } = await raceCodes(() => own.stepUp({ purpose, passkey }));
      expect(done).toBe(1);
    });

    test('can be named and removed, and then proves nothing', async (stage) => {
      const own = await stage.signIn(ada.email);
      const authenticator = createAuthenticator();
      const id = await add(stage, own, authenticator);
      const named = await accountOf(own.renamePasskey({ id, name: ' Desk ' }));
      expect(named.passkeys.map(({ name }) => name)).toEqual(['Desk']);
      const passkey = await answer(own, authenticator);
      await stage.prove(own, 'removePasskey');
      const before = await stage.countMails(ada.email);
      const account = await accountOf(own.removePasskey({ id }));
      expect(account.passkeys).toEqual([]);
      expect(await stage.read(own)).toEqual(account);
      expect(await stage.countMails(ada.email)).toBe(before + 1);
      expect(await codeOf(own.stepUp({ purpose, passkey }))).toBe('step_up_required');
    });

    test("is nobody else's to name or to remove", async (stage) => {
      const [own, other] = [await stage.signIn(ada.email), await stage.signIn(grace.email)];
      const id = await add(stage, own, createAuthenticator());
      await stage.prove(other, 'removePasskey');
      expect(await codeOf(other.renamePasskey({ id, name: 'Mine' }))).toBe('not_found');
      expect(await codeOf(other.removePasskey({ id }))).toBe('not_found');
      const { passkeys } = await stage.read(own);
      expect(passkeys.map(({ name }) => name)).toEqual(['Laptop']);
    });
  });
}

function describeBoth(test: BackendTest, createAuthenticator: CreateAuthenticator): void {
  test('a passkey alone proves where the second factor is on, and comes first', async (stage) => {
    const own = await stage.signIn(ada.email);
    const authenticator = createAuthenticator();
    await add(stage, own, authenticator);
    await stage.enableTwoFactor(own);
    const error = await refusal(own.deleteAccount());
    const kinds = error.stepUp?.methods.map(({ kind }) => kind);
    expect(kinds).toEqual(['passkey', 'totp', 'recovery_code']);
    const passkey = await answer(own, authenticator);
    expect(await codeOf(own.stepUp({ purpose, passkey }))).toBe('done');
    expect(await codeOf(own.deleteAccount())).toBe('done');
  });
}

/** Passkeys with an authenticator that answers. */
export function describePasskeyCeremonies(
  test: BackendTest,
  createAuthenticator: CreateAuthenticator,
  secondFactor: boolean,
): void {
  describeAdding(test, createAuthenticator);
  describeProving(test, createAuthenticator);
  if (secondFactor) describeBoth(test, createAuthenticator);
}
