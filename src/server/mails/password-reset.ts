import type { DraftFacts, MailDraft } from './mail-draft.ts';
import { originSentence } from './mail-origin.ts';

/** `password_reset_link`, to the account's address. Parameters: `linkId`, `browser`, `system`, `place`, `expiresAt`. */
export function draftPasswordResetLink(facts: DraftFacts): MailDraft {
  const said = facts.words.passwordReset.link;
  return {
    subject: said.subject(facts),
    heading: said.heading,
    paragraphs: [said.happened(facts), originSentence(facts)],
    button: { label: said.button, ...facts.getLink() },
    afterwards: [said.ifNotYou],
  };
}
