import type { DraftFacts, MailDraft } from './mail-draft.ts';

/** `step_up_code`, to the account's address. Parameters: `codeId`, `expiresAt`. */
export function draftStepUpCode(facts: DraftFacts): MailDraft {
  const said = facts.words.stepUpCode.code;
  return {
    subject: said.subject(facts),
    heading: said.heading,
    paragraphs: [said.happened(facts)],
    code: facts.getCode(),
    button: null,
    afterwards: [said.until({ expiresAt: facts.getEnd() }), said.ifNotYou(facts)],
  };
}
