import type { DraftFacts, MailDraft } from './mail-draft.ts';

/** `email_verification`, to an address that nobody has shown to be theirs. Parameters: `linkId`, `expiresAt`. */
export function draftEmailVerification(facts: DraftFacts): MailDraft {
  const said = facts.words.emailVerification.link;
  return {
    subject: said.subject(facts),
    heading: said.heading,
    paragraphs: [said.happened(facts)],
    button: { label: said.button, ...facts.getLink() },
    afterwards: [said.ifNotYou],
  };
}
