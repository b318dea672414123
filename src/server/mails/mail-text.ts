import type { MailWords } from '../../words/mails/mail-words.ts';
import type { MailDraft } from './mail-draft.ts';
import { asText } from './mail-value.ts';

/** The plain text of a mail: everything that the HTML says. */
export function mailText(
  draft: MailDraft,
  around: { greeting: string; footer: string; words: MailWords },
): string {
  const { words } = around;
  const blocks = [around.greeting, ...draft.paragraphs];
  if (draft.code !== undefined) blocks.push(draft.code);
  if (draft.button !== null) {
    blocks.push(`${draft.button.label}:\n${draft.button.url}`);
    if (draft.button.until !== null) {
      blocks.push(words.frame.linkUntil({ expiresAt: draft.button.until }));
    }
  }
  blocks.push(...draft.afterwards, `--\n${around.footer}`);
  return `${blocks.map((block) => asText(block, words.direction)).join('\n\n')}\n`;
}
