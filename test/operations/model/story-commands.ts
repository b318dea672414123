import * as fc from 'fast-check';

const names = [
  'signUp',
  'signIn',
  'signInByPasskey',
  'visit',
  'signOut',
  'read',
  'rename',
  'setAvatar',
  'removeAvatar',
  'deleteAccount',
  'listSessions',
  'endSession',
  'endOthers',
  'listActivity',
  'reportActivity',
  'prove',
  'mailCode',
  'guess',
  'requestChange',
  'moveAddress',
  'resendChange',
  'cancelChange',
  'confirm',
  'reportChange',
  'resendVerification',
  'changePassword',
  'forgot',
  'resetPassword',
  'reportSecurity',
  'setUpApp',
  'enableApp',
  'switchOn',
  'disableApp',
  'renewCodes',
  'addPasskey',
  'renamePasskey',
  'removePasskey',
  'wait',
  'waitLong',
  'holdMails',
  'purge',
  'restart',
] as const;

/** What can happen in a story. */
export type CommandName = (typeof names)[number];

/** One step of a random story. Numbers choose among what is there, modulo its length. */
export interface Command {
  do: CommandName;
  /** Which session, person or address it is about. */
  who: number;
  /** Which password, address, link, code or passkey. */
  what: number;
  /** In which way: with a fresh proof, an old one, none; right or wrong; newest or any. */
  how: number;
}

type Weights = Partial<Record<CommandName, number>>;

/** What every story has a little of. */
const everyday: Weights = { ...Object.fromEntries(names.map((name) => [name, 2])), wait: 4 };

/** Stories about one thing get deeper into it. */
const themes: readonly Weights[] = [
  everyday,
  {
    requestChange: 12,
    moveAddress: 6,
    confirm: 10,
    reportChange: 6,
    reportSecurity: 4,
    resendChange: 6,
    cancelChange: 2,
    signUp: 4,
    resendVerification: 5,
    forgot: 4,
    resetPassword: 5,
    deleteAccount: 1,
    wait: 8,
  },
  {
    signUp: 12,
    addPasskey: 8,
    switchOn: 6,
    resetPassword: 6,
    signIn: 4,
    signInByPasskey: 6,
    resendVerification: 6,
    moveAddress: 12,
    requestChange: 4,
    confirm: 8,
    reportChange: 8,
    reportSecurity: 6,
    wait: 4,
  },
  {
    signIn: 12,
    guess: 4,
    forgot: 6,
    resetPassword: 8,
    changePassword: 5,
    reportSecurity: 5,
    signUp: 3,
    confirm: 3,
    wait: 6,
  },
  {
    switchOn: 10,
    prove: 10,
    guess: 2,
    signIn: 8,
    setUpApp: 5,
    enableApp: 6,
    disableApp: 5,
    renewCodes: 4,
    changePassword: 6,
    wait: 6,
  },
  {
    addPasskey: 10,
    signInByPasskey: 8,
    prove: 6,
    removePasskey: 4,
    renamePasskey: 4,
    visit: 2,
    mailCode: 4,
    wait: 3,
  },
  {
    visit: 6,
    read: 4,
    endSession: 6,
    endOthers: 4,
    listSessions: 3,
    listActivity: 2,
    reportActivity: 3,
    prove: 6,
    requestChange: 4,
    deleteAccount: 2,
    restart: 3,
    waitLong: 3,
  },
];

// Large enough that its remainders have nothing to do with each other.
const any = fc.nat({ max: 9999 });

function commandsOf(theme: Weights): fc.Arbitrary<Command> {
  const weight = (name: CommandName): number => (theme[name] ?? 0) * 4 + (everyday[name] ?? 0);
  const name = fc.oneof(
    ...names.map((one) => ({ weight: weight(one), arbitrary: fc.constant(one) })),
  );
  return fc.record({ do: name, who: any, what: any, how: any });
}

/** A random story. */
export const stories: fc.Arbitrary<Command[]> = fc.oneof(
  ...themes.map((theme) =>
    fc.array(commandsOf(theme), { minLength: 1, maxLength: 26, size: 'max' }),
  ),
);
