import { inTurn } from './in-turn.ts';
import type { DraftFacts, MailDraft } from './mail-draft.ts';

/** `account_deleted`, to the last address of the account. No parameters. */
export function draftAccountDeleted(facts: DraftFacts): MailDraft {
  const said = facts.words.deleteAccount.deleted;
  return {
    subject: said.subject(facts),
    heading: said.heading,
    paragraphs: [inTurn(said.happened(facts), said.lastMail), said.ifNotYou(facts)],
    button: null,
    afterwards: [],
  };
}
