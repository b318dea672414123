import type { MailWords } from '../../words/mails/mail-words.ts';
import type { ClaimedDelivery } from '../ports/account-store.ts';
import { type Mail, MailRefused } from '../ports/mailer.ts';
import type { Secrets } from '../ports/secrets.ts';
import type { Settings } from '../ports/settings.ts';
import { draftAccountDeleted } from './delete-account.ts';
import {
  draftEmailChanged,
  draftEmailChangeLink,
  draftEmailChangeRequested,
  draftEmailChangeTaken,
} from './email-change.ts';
import { draftEmailVerification } from './email-verification.ts';
import { dateInWords } from './mail-date.ts';
import type { DraftFacts, MailDraft } from './mail-draft.ts';
import { mailHtml } from './mail-html.ts';
import { chooseWords } from './mail-language.ts';
import { findMailLink, mailLinkUrl } from './mail-link.ts';
import { mailText } from './mail-text.ts';
import { mailedCode } from './mailed-code.ts';
import { asText, nameValue, value } from './mail-value.ts';
import { draftPasswordResetLink } from './password-reset.ts';
import { securityNotices } from './security-notice.ts';
import { draftStepUpCode } from './step-up-code.ts';

/** Every kind of mail, and how it is written. */
const drafts = {
  email_change_link: draftEmailChangeLink,
  email_change_requested: draftEmailChangeRequested,
  email_change_taken: draftEmailChangeTaken,
  email_changed: draftEmailChanged,
  email_verification: draftEmailVerification,
  password_reset_link: draftPasswordResetLink,
  step_up_code: draftStepUpCode,
  ...securityNotices,
  account_deleted: draftAccountDeleted,
} satisfies Record<string, (facts: DraftFacts) => MailDraft>;

/** A kind of mail, as it stands in the outbox. */
export type MailKind = keyof typeof drafts;

function isMailKind(kind: string): kind is MailKind {
  return Object.hasOwn(drafts, kind);
}

/** What a mail is made of, beside the delivery. */
export interface MailParts {
  settings: Settings;
  secrets: Secrets;
  /** The languages that there are words for; English is always among them. */
  words: readonly MailWords[];
}

/** One address and nothing else: the mail would go to somebody else, or to more people, otherwise. */
const oneAddress = /^[^\p{C}\p{Z},;:<>()[\]"\\@]+@[^\p{C}\p{Z},;:<>()"\\@]+$/u;

/**
 * Writes the mail of a delivery, in the language of the delivery, else the host's, else English. The same delivery
 * always becomes the same mail, with the same message id and the same token in its link.
 *
 * @throws MailRefused when the recipient is not one plain address
 * @throws Error when the kind is unknown or a parameter is missing
 */
export function composeMail(delivery: ClaimedDelivery, parts: MailParts): Mail {
  const { settings, secrets } = parts;
  if (!oneAddress.test(delivery.to)) throw new MailRefused('The recipient is not one address.');
  if (!isMailKind(delivery.kind)) throw new Error(`There is no mail of the kind ${delivery.kind}.`);

  const words = chooseWords([delivery.language, settings.language], parts.words);
  // "12 March" for a reader of en-GB who gets the words of en.
  const sameLanguage = delivery.language.split('-')[0] === words.language.split('-')[0];
  const dates = sameLanguage ? [delivery.language, words.language] : [words.language];
  const getParam = (name: string): string => {
    const param = delivery.params[name];
    if (param === undefined) throw new Error(`A delivery of ${delivery.kind} has no ${name}.`);
    return param;
  };
  const appName = value(settings.appName);
  const name = nameValue(delivery.params['name']);
  const getEnd = (): string => dateInWords(getParam('expiresAt'), dates);

  const draft = drafts[delivery.kind]({
    words,
    settings,
    appName,
    at: dateInWords(delivery.createdAt, dates),
    getLink: () => {
      const link = findMailLink(delivery, secrets);
      if (link === null) throw new Error(`A mail of ${delivery.kind} has no link.`);
      return { url: mailLinkUrl(link, settings.pages), until: getEnd() };
    },
    getCode: () => {
      if (delivery.accountId === null) throw new Error('A code that is for no account.');
      return mailedCode(secrets, delivery.accountId, getParam('codeId'));
    },
    getEnd,
    getValue: (param) => value(getParam(param)),
    findValue: (param) => nameValue(delivery.params[param]),
  });

  const greeting = name === null ? words.frame.greetingWithoutName : words.frame.greeting({ name });
  const look = settings.mailLook;
  const legal = look?.legal?.[words.language] ?? look?.legal?.[settings.language] ?? [];
  const footer = words.frame.footer({ appName });
  const frame = { greeting, footer, appName, words, look, legal };
  return {
    to: delivery.to,
    subject: asText(draft.subject, words.direction).replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' '),
    text: mailText(draft, frame),
    html: mailHtml(draft, frame),
    language: words.language,
    messageId: `${delivery.id}@${new URL(settings.pages.settings).hostname}`,
  };
}
