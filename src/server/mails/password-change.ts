import type { DraftFacts, MailDraft } from './mail-draft.ts';

/** `password_changed`, to the account's address. No parameters. */
export function draftPasswordChanged(facts: DraftFacts): MailDraft {
  const said = facts.words.passwordChange.changed;
  return {
    subject: said.subject(facts),
    heading: said.heading,
    paragraphs: [said.happened(facts), facts.words.frame.ifYou, said.ifNotYou(facts)],
    button: { label: said.button, url: facts.settings.pages.settings, until: null },
    afterwards: [],
  };
}
