import { createPasskeyVerifier } from 'selvedge/node';
import type { AuditEvent } from 'selvedge/server';
import type { PasskeyOptions } from '../../src/contract/passkeys.ts';
import { codeAt, wrongCode } from '../operations/second-factor.ts';
import { type Authenticator, createAuthenticator } from '../support/authenticator.ts';
import { routeTable } from './route-table.ts';
import {
  type Browser,
  password,
  type Reply,
  type Sending,
  serve,
  type Served,
  tinyPng,
} from './served.ts';

const origin = 'https://app.example';

/** A server on which somebody is signed in, and what a test knows of them. */
export interface Stage {
  served: Served;
  person: Browser;
  /** Somebody without a session. */
  stranger: Browser;
  email: string;
  events: AuditEvent[];
  authenticator: Authenticator;
  /** Of the authenticator app, once it is set up. */
  totpSecret: string;
  recoveryCodes: string[];
}

/** Opens a stage; every limit is off unless one is given. */
export async function openStage(overrides: Parameters<typeof serve>[0] = {}): Promise<Stage> {
  const events: AuditEvent[] = [];
  const served = await serve({
    origin,
    passkeys: await createPasskeyVerifier({
      rpName: 'Acme',
      rpId: 'app.example',
      origins: [origin],
    }),
    auditSink: (event) => void events.push(event),
    limits: { proofs: [], addresses: [], signUps: [], mails: [] },
    stepUp: { emailCode: true },
    ...overrides,
  });
  const person = served.browser();
  const email = 'ada@example.com';
  await person.signUp(email);
  const authenticator = createAuthenticator(origin);
  const stranger = served.browser();
  return {
    served,
    person,
    stranger,
    email,
    events,
    authenticator,
    totpSecret: '',
    recoveryCodes: [],
  };
}

const code = ({ served, totpSecret }: Stage): string => codeAt(totpSecret, served.clock.now());

/** Proves that it is the person, by whatever they have. */
export function prove(stage: Stage, purpose: string): Promise<Reply> {
  const { person, served, totpSecret } = stage;
  if (totpSecret === '') return person.call('POST', '/step-up', { purpose, password });
  // Each code works once.
  served.clock.forward(30);
  return person.call('POST', '/step-up', { purpose, totpCode: code(stage) });
}

/** The token of the newest mail to an address. */
async function tokenTo({ served }: Stage, to: string, page: string): Promise<string> {
  // What is delivered may queue a mail.
  while ((await served.server.deliverDue()) > 0);
  const links = new RegExp(`${page}#token=([\\w-]+)`);
  const mail = served.mails.findLast((one) => one.to === to && links.test(one.text));
  return links.exec(mail?.text ?? '')?.[1] ?? '';
}

async function askForEmail(stage: Stage): Promise<void> {
  await prove(stage, 'requestEmailChange');
  await stage.person.call('PUT', '/users/me/email', { newEmail: 'new@example.com' });
}

async function setUpTotp(stage: Stage): Promise<void> {
  await prove(stage, 'setUpTotp');
  const { json } = await stage.person.call('POST', '/users/me/two-factor/totp');
  stage.totpSecret = (json['setUp'] as { secret: string }).secret;
}

async function enableTotp(stage: Stage): Promise<void> {
  await setUpTotp(stage);
  const on = await stage.person.call('PUT', '/users/me/two-factor/totp', { code: code(stage) });
  stage.recoveryCodes = on.json['recoveryCodes'] as string[];
}

async function passkeyOptions(stage: Stage): Promise<PasskeyOptions> {
  await prove(stage, 'addPasskey');
  const { json } = await stage.person.call('POST', '/users/me/passkeys/start');
  return json['options'] as PasskeyOptions;
}

/** Adds a passkey; answers its id. */
async function addPasskey(stage: Stage): Promise<string> {
  const response = stage.authenticator.create(await passkeyOptions(stage));
  const { json } = await stage.person.call('POST', '/users/me/passkeys', { response });
  const { passkeys } = json['account'] as { passkeys: { id: string }[] };
  return passkeys.at(-1)?.id ?? '';
}

async function idOf(stage: Stage, path: string, list: string): Promise<string> {
  const { json } = await stage.person.call('GET', path);
  return (json[list] as { id: string }[]).at(-1)?.id ?? '';
}

async function avatarPath({ person }: Stage): Promise<string> {
  const sending: Sending = { headers: { 'content-type': 'image/png' }, body: tinyPng };
  const { json } = await person.call('PUT', '/users/me/avatar', undefined, sending);
  const { url } = (json['account'] as { avatar: { url: string } }).avatar;
  return url.slice('/api/auth'.length);
}

/** One call of a route that succeeds, and what has to be there before; the proof comes in between. */
export interface Performer {
  /** Answers what `call` is to know: an id, a token, a path. */
  prepare?: (stage: Stage) => Promise<string>;
  call: (stage: Stage, known: string) => Promise<Reply>;
  /** A try that counts in its limits, again and again. Default: `call`. */
  try?: (stage: Stage, known: string) => Promise<Reply>;
}

const nothing = async (work: Promise<unknown>): Promise<string> => {
  await work;
  return '';
};
const image: Sending = { headers: { 'content-type': 'image/png' }, body: tinyPng };
const signUp = ({ served }: Stage): Promise<Reply> => served.browser().signUp();

/** Every route by its name, performed as a client does. */
export const performers: Readonly<Record<string, Performer>> = {
  getAccount: { call: ({ person }) => person.call('GET', '/users/me') },
  updateProfile: { call: ({ person }) => person.call('PUT', '/users/me', { name: 'Ada' }) },
  deleteAccount: { call: ({ person }) => person.call('DELETE', '/users/me') },
  requestEmailChange: {
    call: ({ person }) => person.call('PUT', '/users/me/email', { newEmail: 'new@example.com' }),
  },
  resendEmailChange: {
    prepare: (stage) => nothing(askForEmail(stage)),
    call: ({ person }) => person.call('POST', '/users/me/email/pending/resend'),
  },
  cancelEmailChange: {
    prepare: (stage) => nothing(askForEmail(stage)),
    call: ({ person }) => person.call('DELETE', '/users/me/email/pending'),
  },
  confirmEmailChange: {
    async prepare(stage) {
      await askForEmail(stage);
      return tokenTo(stage, 'new@example.com', '/email/confirm');
    },
    call: ({ stranger }, token) => stranger.call('POST', '/email/verification', { token }),
  },
  reportEmailChange: {
    async prepare(stage) {
      await askForEmail(stage);
      return tokenTo(stage, stage.email, '/report');
    },
    call: ({ stranger }, token) => stranger.call('POST', '/email/report', { token }),
  },
  changePassword: {
    call: ({ person }) =>
      person.call('PUT', '/users/me/password', { newPassword: 'another lighthouse keeper' }),
    try: ({ person }) =>
      person.call('PUT', '/users/me/password', {
        oldPassword: 'wrong',
        newPassword: 'another lighthouse keeper',
      }),
  },
  setAvatar: { call: ({ person }) => person.call('PUT', '/users/me/avatar', undefined, image) },
  removeAvatar: {
    prepare: avatarPath,
    call: ({ person }) => person.call('DELETE', '/users/me/avatar'),
  },
  startStepUp: {
    call: ({ person }) =>
      person.call('POST', '/step-up/start', { purpose: 'deleteAccount', method: 'email_code' }),
  },
  stepUp: {
    call: ({ person }) => person.call('POST', '/step-up', { purpose: 'deleteAccount', password }),
    try: ({ person }) =>
      person.call('POST', '/step-up', { purpose: 'deleteAccount', password: 'wrong' }),
  },
  resendVerification: {
    call: ({ person }) => person.call('POST', '/users/me/email/verification'),
  },
  requestPasswordReset: {
    call: ({ stranger, email }) => stranger.call('POST', '/password/forgot', { email }),
  },
  resetPassword: {
    async prepare(stage) {
      await stage.stranger.call('POST', '/password/forgot', { email: stage.email });
      return tokenTo(stage, stage.email, '/password/reset');
    },
    call: ({ stranger }, token) =>
      stranger.call('POST', '/password/reset', {
        token,
        newPassword: 'another lighthouse keeper',
      }),
  },
  reportSecurityEvent: {
    async prepare(stage) {
      await addPasskey(stage);
      return tokenTo(stage, stage.email, '/security/report');
    },
    call: ({ stranger }, token) => stranger.call('POST', '/security/report', { token }),
  },
  setUpTotp: { call: ({ person }) => person.call('POST', '/users/me/two-factor/totp') },
  enableTotp: {
    prepare: (stage) => nothing(setUpTotp(stage)),
    call: (stage) => stage.person.call('PUT', '/users/me/two-factor/totp', { code: code(stage) }),
    try: ({ person, served, totpSecret }) =>
      person.call('PUT', '/users/me/two-factor/totp', {
        code: wrongCode(totpSecret, served.clock.now()),
      }),
  },
  disableTwoFactor: {
    prepare: (stage) => nothing(enableTotp(stage)),
    call: ({ person }) => person.call('DELETE', '/users/me/two-factor'),
  },
  createRecoveryCodes: {
    prepare: (stage) => nothing(enableTotp(stage)),
    call: ({ person }) => person.call('POST', '/users/me/two-factor/recovery-codes'),
  },
  startPasskey: { call: ({ person }) => person.call('POST', '/users/me/passkeys/start') },
  addPasskey: {
    prepare: async (stage) => JSON.stringify(await passkeyOptions(stage)),
    call: ({ person, authenticator }, options) =>
      person.call('POST', '/users/me/passkeys', {
        response: authenticator.create(JSON.parse(options) as PasskeyOptions),
      }),
  },
  renamePasskey: {
    prepare: addPasskey,
    call: ({ person }, id) => person.call('PUT', `/users/me/passkeys/${id}`, { name: 'Key' }),
  },
  removePasskey: {
    prepare: addPasskey,
    call: ({ person }, id) => person.call('DELETE', `/users/me/passkeys/${id}`),
  },
  listSessions: { call: ({ person }) => person.call('GET', '/users/me/sessions') },
  endSession: {
    async prepare(stage) {
      await stage.served.browser().call('POST', '/login', { email: stage.email, password });
      return idOf(stage, '/users/me/sessions', 'sessions');
    },
    call: ({ person }, id) => person.call('DELETE', `/users/me/sessions/${id}`),
  },
  endOtherSessions: { call: ({ person }) => person.call('DELETE', '/users/me/sessions') },
  listActivity: { call: ({ person }) => person.call('GET', '/users/me/activity') },
  reportActivity: {
    prepare: (stage) => idOf(stage, '/users/me/activity', 'entries'),
    call: ({ person }, id) => person.call('POST', `/users/me/activity/${id}/report`),
  },
  signUp: { call: signUp },
  signIn: {
    call: ({ stranger, email }) => stranger.call('POST', '/login', { email, password }),
    try: ({ stranger, email }) => stranger.call('POST', '/login', { email, password: 'wrong' }),
  },
  startPasskeySignIn: { call: ({ stranger }) => stranger.call('POST', '/login/passkey/start') },
  signInWithPasskey: {
    async prepare(stage) {
      await addPasskey(stage);
      const { json } = await stage.stranger.call('POST', '/login/passkey/start');
      return JSON.stringify(stage.authenticator.get(json['options'] as PasskeyOptions));
    },
    call: ({ stranger }, passkey) =>
      stranger.call('POST', '/login/passkey', { passkey: JSON.parse(passkey) as unknown }),
  },
  signOut: { call: ({ person }) => person.call('POST', '/logout') },
  getAvatarBytes: { prepare: avatarPath, call: ({ stranger }, path) => stranger.call('GET', path) },
  health: { call: ({ stranger }) => stranger.call('GET', '/health') },
  ready: { call: ({ stranger }) => stranger.call('GET', '/ready') },
};

/** Performs a route with everything that comes before it; the events of the stage are then its own. */
export async function perform(name: string, stage: Stage): Promise<Reply> {
  const performer = performers[name];
  if (performer === undefined) throw new Error(`nobody knows how to perform ${name}`);
  const known = (await performer.prepare?.(stage)) ?? '';
  const { stepUp } = routeTable[name] ?? {};
  if (stepUp) await prove(stage, stepUp);
  stage.events.length = 0;
  return performer.call(stage, known);
}
