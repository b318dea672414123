import type { DraftFacts, MailDraft } from './mail-draft.ts';

/** `email_change_link`, to the new address. Parameters: `changeId`, `oldEmail` (masked), `expiresAt`. */
export function draftEmailChangeLink(facts: DraftFacts): MailDraft {
  const said = facts.words.emailChange.link;
  return {
    subject: said.subject(facts),
    heading: said.heading,
    paragraphs: [said.happened({ appName: facts.appName, oldEmail: facts.getValue('oldEmail') })],
    button: { label: said.button, ...facts.getLink() },
    afterwards: [said.ifNotYou],
  };
}

/** `email_change_requested`, to the current address. Parameters: `reportId`, `newEmail` (masked), `expiresAt`. */
export function draftEmailChangeRequested(facts: DraftFacts): MailDraft {
  const said = facts.words.emailChange.requested;
  const { appName, at, words } = facts;
  return {
    subject: said.subject(facts),
    heading: said.heading,
    paragraphs: [
      said.happened({ appName, at, newEmail: facts.getValue('newEmail') }),
      words.frame.ifYou,
      said.ifNotYou,
    ],
    button: { label: said.button, ...facts.getLink() },
    afterwards: [],
  };
}

/** `email_change_taken`, to the owner of an address that somebody else asked for. No parameters. */
export function draftEmailChangeTaken(facts: DraftFacts): MailDraft {
  const said = facts.words.emailChange.taken;
  return {
    subject: said.subject(facts),
    heading: said.heading,
    paragraphs: [said.happened(facts), said.nothingToDo],
    button: null,
    afterwards: [],
  };
}

/** `email_changed`, to the old address. Parameters: `reportId`, `newEmail` (masked), `expiresAt`. */
export function draftEmailChanged(facts: DraftFacts): MailDraft {
  const said = facts.words.emailChange.changed;
  const { appName, at, words } = facts;
  return {
    subject: said.subject(facts),
    heading: said.heading,
    paragraphs: [
      said.happened({ appName, at, newEmail: facts.getValue('newEmail') }),
      words.frame.ifYou,
      said.ifNotYou,
    ],
    button: { label: said.button, ...facts.getLink() },
    afterwards: [],
  };
}
