import { expect, test as vitestTest } from 'vitest';
import { AccountError, isAccountError } from '../contract/account-error.ts';
import type { Account, AccountAnswer, ProfileFieldName } from '../contract/account.ts';
import type { AccountBackend, FullBackend } from '../contract/backend.ts';
import type { OperationName } from '../contract/operations.ts';
import { operations } from '../contract/operations.ts';
import type { StepUpPurpose } from '../contract/step-up.ts';
import type { Mail } from '../server/ports/mailer.ts';
import { totpCode } from './totp-code.ts';

/** Somebody who has an account from the start; the fields that are not named are empty. */
export interface SuitePerson {
  /** Lower case, and in no other account. */
  email: string;
  /** Whether the person has shown that the address is theirs. */
  emailVerified: boolean;
  /** Null for somebody who signs in another way. */
  password: string | null;
  /** Full name. */
  name: string;
  /** Lower case, and in no other account. */
  username: string;
  /** Each owns the fields in `owns`, which the person then cannot edit. */
  identities: readonly { provider: string; label: string; owns: readonly ProfileFieldName[] }[];
}

/** What a test asks for. */
export interface BackendWish {
  /** Every account that there is: no more, no fewer. */
  people: readonly SuitePerson[];
  /** Whether mails go out. */
  mail: boolean;
}

/** Backends on one set of accounts, and what a test needs beside them. Settings are the defaults. */
export interface OpenedBackend {
  /** A backend with a new session of its own, as if the person had just signed in; no mail tells of it. */
  signIn: (email: string) => Promise<AccountBackend>;
  /** A backend without a session. */
  anonymous: AccountBackend;
  /** Sends everything that is due; answers all mails so far, newest first. */
  mails: () => Promise<readonly Mail[]>;
  /** The clock of the rules, in milliseconds since 1970: codes of authenticator apps are made from it. */
  now: () => number;
  /** Moves the clock of the rules on. */
  advance: (seconds: number) => Promise<void> | void;
  /** Removes everything. */
  close: () => Promise<void>;
}

/** Makes the backends of one test. */
export type OpenBackend = (wish: BackendWish) => Promise<OpenedBackend>;

const password = 'seven quiet otters swim';

/** Has a password. */
export const ada: SuitePerson & { password: string } = {
  email: 'ada@example.com',
  emailVerified: true,
  password,
  name: 'Ada Lovelace',
  username: 'ada',
  identities: [],
};
/** Has a password, too. */
export const grace: SuitePerson & { password: string } = {
  email: 'grace@example.com',
  emailVerified: true,
  password,
  name: 'Grace Hopper',
  username: 'grace',
  identities: [],
};
/** Has no password: signs in with Google, which owns her name. */
export const mary: SuitePerson = {
  email: 'mary@example.com',
  emailVerified: true,
  password: null,
  name: 'Mary Somerville',
  username: 'mary',
  identities: [{ provider: 'google', label: 'Google', owns: ['name'] }],
};

/** Has a password, and an address that she has not shown to be hers. */
export const olga: SuitePerson & { password: string } = {
  email: 'olga@example.com',
  emailVerified: false,
  password,
  name: 'Olga Ladyzhenskaya',
  username: 'olga',
  identities: [],
};

/** What somebody has in hand who switched the second factor on. */
export interface SecondFactor {
  /** What the authenticator app shows now; each code works once, the next one comes after 30 seconds. */
  code: () => Promise<string>;
  /** The ten that were shown. */
  recoveryCodes: readonly string[];
}

/** What every test of the suite stands on. A method that the backend has not is refused with `not_allowed`. */
export interface BackendStage extends Omit<OpenedBackend, 'signIn' | 'anonymous'> {
  /** As `OpenedBackend.signIn`. */
  signIn: (email: string) => Promise<FullBackend>;
  /** As `OpenedBackend.anonymous`. */
  anonymous: FullBackend;
  /** The account that a session shows. */
  read: (backend: AccountBackend) => Promise<Account>;
  /** Proves by password that it is the person, for one purpose. */
  prove: (backend: AccountBackend, purpose: StepUpPurpose) => Promise<void>;
  /** The token in the newest mail to an address; fails when it has none. */
  linkTo: (address: string) => Promise<string>;
  /** How many mails went to an address. */
  countMails: (address: string) => Promise<number>;
  /** Proves and asks for a new address; answers the token of its link. */
  requestLink: (backend: AccountBackend, newEmail: string) => Promise<string>;
  /** Makes a secret for an authenticator app, by the password. */
  setUpTotp: (backend: FullBackend) => Promise<string>;
  /** Switches the second factor on, by the password. */
  enableTwoFactor: (backend: FullBackend) => Promise<SecondFactor>;
}

/** Declares one test on a stage of its own. */
export type BackendTest = (
  name: string,
  body: (stage: BackendStage) => Promise<void>,
  wish?: Partial<BackendWish>,
) => void;

/** What a call was refused with; fails when it was not. */
export async function refusal(call: Promise<unknown>): Promise<AccountError> {
  let answer: unknown;
  try {
    answer = await call;
  } catch (error) {
    if (isAccountError(error)) return error;
    throw error;
  }
  throw new Error(`not refused, but answered ${JSON.stringify(answer)}`);
}

/** The code that a call was refused with; `done` when it was not. */
export async function codeOf(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'done';
  } catch (error) {
    if (isAccountError(error)) return error.code;
    throw error;
  }
}

/** The refused fields, each as `pointer code`. */
export async function fieldsOf(call: Promise<unknown>): Promise<string[]> {
  const error = await refusal(call);
  expect(error.code).toBe('validation_failed');
  return error.errors.map(({ pointer, code }) => `${pointer} ${code}`);
}

/** Runs the same 16 times at once; answers how often each code came. */
export async function raceCodes(
  run: (index: number) => Promise<unknown>,
): Promise<Record<string, number>> {
  const codes = await Promise.all(Array.from({ length: 16 }, (_, index) => codeOf(run(index))));
  const counts: Record<string, number> = {};
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

/** The account of an answer that must carry one. */
export async function accountOf(call: Promise<AccountAnswer>): Promise<Account> {
  return (await call).account;
}

/** A backend on which every method can be called. */
function complete(backend: AccountBackend): FullBackend {
  const methods = (Object.keys(operations) as OperationName[]).map((name) => {
    const method = backend[name] as ((...given: unknown[]) => Promise<unknown>) | undefined;
    const missing = async (): Promise<never> => {
      throw new AccountError('not_allowed');
    };
    return [name, method?.bind(backend) ?? missing] as const;
  });
  // That the loop makes every method, the table and `FullBackend` hold together.
  return Object.fromEntries(methods) as unknown as FullBackend;
}

function createStage(opened: OpenedBackend): BackendStage {
  const mailsTo = async (address: string): Promise<Mail[]> =>
    (await opened.mails()).filter(({ to }) => to === address);

  const linkTo = async (address: string): Promise<string> => {
    const [newest] = await mailsTo(address);
    const token = /#token=([\w-]+)/.exec(newest?.text ?? '')?.[1];
    if (token === undefined) throw new Error(`the newest mail to ${address} carries no link`);
    return token;
  };
  const prove: BackendStage['prove'] = async (backend, purpose) => {
    await backend.stepUp({ purpose, password });
  };
  const setUpTotp: BackendStage['setUpTotp'] = async (backend) => {
    await prove(backend, 'setUpTotp');
    return (await backend.setUpTotp()).setUp.secret;
  };
  return {
    ...opened,
    signIn: async (email) => complete(await opened.signIn(email)),
    anonymous: complete(opened.anonymous),
    linkTo,
    prove,
    setUpTotp,
    async enableTwoFactor(backend) {
      const secret = await setUpTotp(backend);
      const code = (): Promise<string> => totpCode(secret, opened.now());
      const { recoveryCodes } = await backend.enableTotp({ code: await code() });
      return { code, recoveryCodes };
    },
    read: (backend) => accountOf(backend.getAccount()),
    countMails: async (address) => (await mailsTo(address)).length,
    async requestLink(backend, newEmail) {
      await prove(backend, 'requestEmailChange');
      await backend.requestEmailChange({ newEmail });
      return linkTo(newEmail);
    },
  };
}

/** Makes `test` open backends for each test, and close them whatever comes of the test. */
export function testOnBackend(open: OpenBackend): BackendTest {
  return (name, body, wish) => {
    // oxlint-disable-next-line vitest/valid-title, vitest/expect-expect -- both come with the body
    vitestTest(name, async () => {
      const opened = await open({ people: [ada, grace, mary], mail: true, ...wish });
      try {
        await body(createStage(opened));
      } finally {
        await opened.close();
      }
    });
  };
}
