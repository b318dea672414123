import type { MailWords } from '../../words/mails/mail-words.ts';
import type { MailLegalLink, MailLook } from '../ports/mail-look.ts';
import type { MailButton, MailDraft } from './mail-draft.ts';
import { mailTheme } from './mail-theme.ts';
import { asHtml, asText, escapeHtml } from './mail-value.ts';

/** What stands around the sentences of a mail. */
export interface MailFrame {
  greeting: string;
  footer: string;
  appName: string;
  words: MailWords;
  look: MailLook | null;
  /** In the language of the mail. */
  legal: readonly MailLegalLink[];
}

/** Attributes and rules of one mail. Every element carries its light looks itself, as many programs drop style sheets. */
function looksOf(look: MailLook | null) {
  const { light, dark, radius, cardRadius, fonts } = mailTheme(look);
  return {
    dark: `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.page{background:${dark.surface}!important}
.card{background:${dark['surface-raised']}!important;border-color:${dark.border}!important}
.text{color:${dark.text}!important}
.muted{color:${dark['text-muted']}!important}
.button{background:${dark.brand}!important;color:${dark['on-brand']}!important}
}`,
    font: escapeHtml(`font-family:${fonts};font-size:16px;line-height:1.5`).replaceAll(
      '&#39;',
      "'",
    ),
    page: `background:${light.surface}`,
    card: `background:${light['surface-raised']};border:1px solid ${light.border};border-radius:${cardRadius}px`,
    text: `color:${light.text};margin:0 0 16px`,
    mutedColor: `color:${light['text-muted']}`,
    muted: `color:${light['text-muted']};font-size:13px;margin:0 0 12px`,
    button: `display:inline-block;background:${light.brand};border-radius:${radius}px;color:${light['on-brand']}`,
  };
}

type Looks = ReturnType<typeof looksOf>;

function paragraphHtml(sentence: string, { text }: Looks): string {
  return `<p class="text" style="${text}">${asHtml(sentence)}</p>`;
}

function mutedHtml(sentence: string, { muted }: Looks): string {
  return `<p class="muted" style="${muted}">${asHtml(sentence)}</p>`;
}

/** Large, and in one piece, so that a double click takes all of it. */
function codeHtml(code: string, { text }: Looks): string {
  const looks =
    'font-family:ui-monospace,Menlo,Consolas,monospace;font-size:30px;font-weight:600;letter-spacing:4px;line-height:1.3';
  return `<p class="text" dir="ltr" style="${text};${looks}">${asHtml(code)}</p>`;
}

function buttonHtml(draft: MailButton, words: MailWords, looks: Looks): string[] {
  const url = escapeHtml(draft.url);
  const { muted, mutedColor } = looks;
  const button = `${looks.button};font-weight:600;padding:11px 20px;text-align:center;text-decoration:none`;
  return [
    `<p style="margin:24px 0"><a class="button" href="${url}" style="${button}">${asHtml(draft.label)}</a></p>`,
    ...(draft.until === null
      ? []
      : [mutedHtml(words.frame.linkUntil({ expiresAt: draft.until }), looks)]),
    `<p class="muted" style="${muted};margin-bottom:16px">${asHtml(words.frame.linkInstead)}<br>` +
      `<a class="muted" dir="ltr" href="${url}" style="${mutedColor};overflow-wrap:anywhere;word-break:break-all">${url}</a></p>`,
  ];
}

function headHtml({ appName, look }: MailFrame, { muted }: Looks): string {
  const logo = look?.logo;
  if (!logo) {
    return `<p class="muted" style="${muted};font-weight:600;margin-bottom:20px">${asHtml(appName)}</p>`;
  }
  const { url, width, height } = logo;
  return (
    `<p class="muted" style="${muted};font-weight:600;margin-bottom:20px"><img src="${escapeHtml(url)}" ` +
    `alt="${escapeHtml(asText(appName, 'ltr'))}" width="${width}" height="${height}" style="border:0;display:block"></p>`
  );
}

function legalHtml(links: readonly MailLegalLink[], { muted, mutedColor }: Looks): string[] {
  if (links.length === 0) return [];
  const anchors = links.map(
    ({ label, href }) =>
      `<a class="muted" href="${escapeHtml(href)}" style="${mutedColor}">${escapeHtml(label)}</a>`,
  );
  return [`<p class="muted" style="${muted}">${anchors.join(' · ')}</p>`];
}

/** The HTML of a mail: one column, light and dark, nothing that is loaded but a host's own logo. */
export function mailHtml(draft: MailDraft, frame: MailFrame): string {
  const { words } = frame;
  const looks = looksOf(frame.look);
  const body = [
    headHtml(frame, looks),
    `<h1 class="text" style="${looks.text};font-size:21px;font-weight:650;line-height:1.3">${asHtml(draft.heading)}</h1>`,
    ...[frame.greeting, ...draft.paragraphs].map((one) => paragraphHtml(one, looks)),
    ...(draft.code === undefined ? [] : [codeHtml(draft.code, looks)]),
    ...(draft.button === null ? [] : buttonHtml(draft.button, words, looks)),
    ...draft.afterwards.map((one) => paragraphHtml(one, looks)),
  ];
  return `<!doctype html>
<html lang="${escapeHtml(words.language)}" dir="${words.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(asText(draft.subject, words.direction))}</title>
<style>
${looks.dark}
</style>
</head>
<body class="page" style="${looks.page};margin:0;padding:0">
<div class="page" lang="${escapeHtml(words.language)}" dir="${words.direction}" style="${looks.page};padding:32px 16px;${looks.font}">
<div class="card" style="${looks.card};margin:0 auto;max-width:520px;overflow-wrap:anywhere;padding:28px 28px 12px">
${body.join('\n')}
</div>
<div style="margin:16px auto 0;max-width:520px;padding:0 28px">
${[mutedHtml(frame.footer, looks), ...legalHtml(frame.legal, looks)].join('\n')}
</div>
</div>
</body>
</html>
`;
}
