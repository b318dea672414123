import * as email from './model-email.ts';
import { purge, signOut } from './model-entry.ts';
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

/** A step of whoever holds a session, ended or not. */
function bySession(step: SessionStep): Step {
  return async (story, command) => {
    const visitor = pick(story.visitors, command.who);
    if (visitor !== undefined) await step(story, visitor, command);
  };
}

/** What is a call and nothing else. */
function plainly(
  name: 'resendEmailChange' | 'cancelEmailChange' | 'resendVerification',
  told: (model: Story['model'], sessionId: string) => string,
): Step {
  return bySession(async (story, visitor) => {
    await story.same(visitor.call(name), told(story.model, visitor.actor.sessionId));
  });
}

function waitOneOf(spans: readonly number[]): Step {
  return async (story, { what }) => {
    const seconds = pick(spans, what) ?? 0;
    story.world.clock.advance(seconds);
    story.model.now += seconds;
  };
}

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
  prove: bySession(person.stepProve),
  mailCode: bySession(person.stepMailCode),
  requestChange: bySession(links.stepRequestChange),
  resendChange: plainly('resendEmailChange', email.resendChange),
  cancelChange: plainly('cancelEmailChange', email.cancelChange),
  resendVerification: plainly('resendVerification', email.resendVerification),
  confirm: links.stepConfirm,
  reportChange: links.stepReportChange,
  reportSecurity: links.stepReportSecurity,
  resetPassword: links.stepResetPassword,
  changePassword: bySession(links.stepChangePassword),
  setUpApp: bySession(factors.stepSetUpApp),
  enableApp: bySession(factors.stepEnableApp),
  switchOn: bySession(factors.stepSwitchOn),
  disableApp: bySession(factors.stepDisableApp),
  renewCodes: bySession(factors.stepRenewCodes),
  addPasskey: bySession(factors.stepAddPasskey),
  renamePasskey: bySession(factors.stepRenamePasskey),
  removePasskey: bySession(factors.stepRemovePasskey),
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
const afterMails: ReadonlySet<CommandName> = new Set([
  'wait',
  'waitLong',
  'forgot',
  'requestChange',
]);

/** Takes one step in both, and holds their answers and their mails against each other. */
export async function takeStep(story: Story, command: Command): Promise<void> {
  if (afterMails.has(command.do)) await story.collect();
  await steps[command.do](story, command);
  const isHeld = story.holds && command.do !== 'forgot';
  story.holds = command.do === 'holdMails';
  if (!isHeld && !story.holds) await story.collect();
}
