import * as email from './model-email.ts';
import { purge, signOut } from './model-entry.ts';
import type { ModelAccount } from './model-rows.ts';
import type { Model } from './model.ts';
import * as entry from './steps-entry.ts';
import * as factors from './steps-factors.ts';
import * as links from './steps-links.ts';
import * as person from './steps-person.ts';
import type { Command, CommandName } from './story-commands.ts';
import type { Story } from './story.ts';
import { pick } from './story.ts';
import type { Visitor } from '../rule-world.ts';

type Step = (story: Story, command: Command) => Promise<void>;
type SessionStep = (story: Story, visitor: Visitor, command: Command) => Promise<void>;

/** Whom a step makes sense for. */
type Fits = (account: ModelAccount, sessionId: string, model: Model) => boolean;

/** A step of whoever holds a session, ended or not. */
function bySession(step: SessionStep, fits?: Fits): Step {
  return async (story, command) => {
    const { model } = story;
    const visitor = story.visitor(
      command.who,
      fits && ((account, sessionId) => fits(account, sessionId, model)),
    );
    if (visitor !== undefined) await step(story, visitor, command);
  };
}

/** What is a call and nothing else. */
function plainly(
  name: 'resendEmailChange' | 'cancelEmailChange' | 'resendVerification',
  told: (model: Model, sessionId: string) => string,
  fits: Fits,
): Step {
  return bySession(async (story, visitor, { what }) => {
    // A mail is sent again after a minute at the soonest, and mostly not sooner asked for.
    if (what % 3 !== 0) await wait(story, 60);
    await story.same(visitor.call(name), told(story.model, visitor.actor.sessionId));
  }, fits);
}

async function wait(story: Story, seconds: number): Promise<void> {
  if (story.hasMail()) await story.collect();
  story.world.clock.advance(seconds);
  story.model.now += seconds;
}

function waitOneOf(spans: readonly number[]): Step {
  return (story, { what }) => wait(story, pick(spans, what) ?? 0);
}

const hasPending: Fits = ({ id }, _, model) => model.pendingOf(id) !== null;
const isUnverified: Fits = ({ verified }) => !verified;
const hasApp: Fits = ({ app }) => app !== null;
// In whichever session: it counts in one of them.
const waitsForApp: Fits = ({ setUp }) => setUp !== null;
const hasPasskeys: Fits = ({ passkeys }) => passkeys.length > 0;

const steps: Record<CommandName, Step> = {
  signUp: entry.stepSignUp,
  signIn: entry.stepSignIn,
  signInByPasskey: entry.stepSignInByPasskey,
  visit: entry.stepVisit,
  forgot: entry.stepForgot,
  signOut: bySession(async ({ world, model }, visitor) => {
    await world.signOut(visitor);
    signOut(model, visitor.actor.sessionId);
  }),
  read: bySession(async (story, visitor) => {
    const said = story.accountOf(visitor) === null ? 'session_ended' : 'done';
    await story.same(visitor.account(), said);
  }),
  rename: bySession(person.stepRename),
  setAvatar: bySession(person.stepSetAvatar),
  removeAvatar: bySession(person.stepRemoveAvatar),
  deleteAccount: bySession(person.stepDeleteAccount),
  listSessions: bySession(person.stepListSessions),
  endSession: bySession(person.stepEndSession),
  endOthers: bySession(person.stepEndOthers),
  listActivity: bySession(person.stepListActivity),
  reportActivity: bySession(person.stepReportActivity),
  prove: bySession(person.stepProve, hasApp),
  mailCode: bySession(person.stepMailCode),
  guess: entry.stepGuess,
  requestChange: bySession(links.stepRequestChange, isUnverified),
  moveAddress: bySession(links.stepMoveAddress, isUnverified),
  resendChange: plainly('resendEmailChange', email.resendChange, hasPending),
  cancelChange: plainly('cancelEmailChange', email.cancelChange, hasPending),
  resendVerification: plainly('resendVerification', email.resendVerification, isUnverified),
  confirm: links.stepConfirm,
  reportChange: links.stepReportChange,
  reportSecurity: links.stepReportSecurity,
  resetPassword: links.stepResetPassword,
  changePassword: bySession(links.stepChangePassword, hasApp),
  setUpApp: bySession(factors.stepSetUpApp),
  enableApp: bySession(factors.stepEnableApp, waitsForApp),
  switchOn: bySession(factors.stepSwitchOn),
  disableApp: bySession(factors.stepDisableApp, hasApp),
  renewCodes: bySession(factors.stepRenewCodes, hasApp),
  addPasskey: bySession(factors.stepAddPasskey),
  renamePasskey: bySession(factors.stepRenamePasskey, hasPasskeys),
  removePasskey: bySession(factors.stepRemovePasskey, hasPasskeys),
  wait: waitOneOf([60, 60, 30, 300, 59, 60, 301]),
  waitLong: waitOneOf([299, 3599, 3600, 86_400, 604_740, 604_800, 1_209_600, 2_592_000]),
  // Seen to by `takeStep`: the mails of the next step leave with those of the one after it.
  holdMails: async () => {},
  purge: async ({ world, model }) => {
    await world.ports.store.purge(new Date(world.clock.now()).toISOString());
    purge(model);
  },
  restart: (story) => story.restart(),
};

/** Before these no mail is held back: two at once could not be told apart, or would run out unread. */
const afterMails: ReadonlySet<CommandName> = new Set(['forgot', 'requestChange', 'moveAddress']);

/** Takes one step in both, and holds their answers and their mails against each other. */
export async function takeStep(story: Story, command: Command): Promise<void> {
  if (afterMails.has(command.do) && story.hasMail()) await story.collect();
  await steps[command.do](story, command);
  const isHeld = story.holds && command.do !== 'forgot';
  story.holds = command.do === 'holdMails';
  // A mail that the model knows nothing of is found at the next look.
  if (!isHeld && !story.holds && story.hasMail()) await story.collect();
}
