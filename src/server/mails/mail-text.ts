import type { MailLegalLink } from '../ports/mail-look.ts';
import type { MailDraft } from './mail-draft.ts';
import type { MailFrame } from './mail-html.ts';
import { asText } from './mail-value.ts';

const legalLine = ({ label, href }: MailLegalLink): string => `${label}: ${href}`;

/** The plain text of a mail: everything that the HTML says. */
export function mailText(draft: MailDraft, frame: MailFrame): string {
  const { words } = frame;
  const blocks = [frame.greeting, ...draft.paragraphs];
  if (draft.code !== undefined) blocks.push(draft.code);
  if (draft.button !== null) {
    blocks.push(`${draft.button.label}:\n${draft.button.url}`);
    if (draft.button.until !== null) {
      blocks.push(words.frame.linkUntil({ expiresAt: draft.button.until }));
    }
  }
  blocks.push(...draft.afterwards, `--\n${frame.footer}`, ...frame.legal.map(legalLine));
  return `${blocks.map((block) => asText(block, words.direction)).join('\n\n')}\n`;
}
