import { inTurn } from './in-turn.ts';
import type { SecurityNoticeMailWords } from '../../words/mails/en/security-notice.ts';
import type { DraftFacts, MailDraft } from './mail-draft.ts';
import { originSentence } from './mail-origin.ts';

/** What the owner of an account is told of by mail, at the address that was theirs before it happened. */
export type SecurityNoticeKind = keyof SecurityNoticeMailWords['kinds'];

/**
 * The notice of a security event, with its "this wasn't me" link. Parameters: `linkId`, `browser`, `system`, `place`,
 * `expiresAt`; `reset` is `yes` where that link leads to a new password, too.
 */
function draftNotice(kind: SecurityNoticeKind, facts: DraftFacts): MailDraft {
  const { frame, securityNotice } = facts.words;
  const said = securityNotice.kinds[kind];
  const { ifNotYou, thenPassword, button } = securityNotice;
  return {
    subject: said.subject(facts),
    heading: said.heading,
    paragraphs: [
      said.happened(facts),
      originSentence(facts),
      frame.ifYou,
      facts.findValue('reset') === null ? ifNotYou : inTurn(ifNotYou, thenPassword),
    ],
    button: { label: button, ...facts.getLink() },
    afterwards: [],
  };
}

type Draft = (facts: DraftFacts) => MailDraft;

/** The notices, by their kinds. */
export const securityNotices: Record<SecurityNoticeKind, Draft> = {
  password_changed: (facts) => draftNotice('password_changed', facts),
  password_reset: (facts) => draftNotice('password_reset', facts),
  password_locked: (facts) => draftNotice('password_locked', facts),
  two_factor_enabled: (facts) => draftNotice('two_factor_enabled', facts),
  two_factor_disabled: (facts) => draftNotice('two_factor_disabled', facts),
  recovery_codes_created: (facts) => draftNotice('recovery_codes_created', facts),
  recovery_code_used: (facts) => draftNotice('recovery_code_used', facts),
  passkey_added: (facts) => draftNotice('passkey_added', facts),
  passkey_removed: (facts) => draftNotice('passkey_removed', facts),
  new_sign_in: (facts) => draftNotice('new_sign_in', facts),
};
