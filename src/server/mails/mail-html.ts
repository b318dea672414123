import type { MailWords } from '../../words/mails/mail-words.ts';
import type { MailButton, MailDraft } from './mail-draft.ts';
import { asHtml, asText, escapeHtml } from './mail-value.ts';

// Every element carries its light looks in its own attribute, as many mail programs drop style sheets. The sheet only
// adds the dark ones. Colours are the defaults of the page's tokens.
const dark = `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){
.page{background:#0f0f11!important}
.card{background:#1a1a1e!important;border-color:#2e2e34!important}
.text{color:#ececef!important}
.muted{color:#a5a5ad!important}
.button{background:#ececef!important;color:#161619!important}
}`;

const font =
  "font-family:system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.5";
const text = 'color:#1c1c20;margin:0 0 16px';
const muted = 'color:#5f5f68;font-size:13px;margin:0 0 12px';

function paragraphHtml(sentence: string): string {
  return `<p class="text" style="${text}">${asHtml(sentence)}</p>`;
}

function mutedHtml(sentence: string): string {
  return `<p class="muted" style="${muted}">${asHtml(sentence)}</p>`;
}

/** Large, and in one piece, so that a double click takes all of it. */
function codeHtml(code: string): string {
  const looks =
    'font-family:ui-monospace,Menlo,Consolas,monospace;font-size:30px;font-weight:600;letter-spacing:4px;line-height:1.3';
  return `<p class="text" dir="ltr" style="${text};${looks}">${asHtml(code)}</p>`;
}

function buttonHtml(button: MailButton, words: MailWords): string[] {
  const url = escapeHtml(button.url);
  const looks =
    'display:inline-block;background:#1f1f24;border-radius:7px;color:#fff;font-weight:600;padding:11px 20px;text-align:center;text-decoration:none';
  return [
    `<p style="margin:24px 0"><a class="button" href="${url}" style="${looks}">${asHtml(button.label)}</a></p>`,
    ...(button.until === null
      ? []
      : [mutedHtml(words.frame.linkUntil({ expiresAt: button.until }))]),
    `<p class="muted" style="${muted};margin-bottom:16px">${asHtml(words.frame.linkInstead)}<br>` +
      `<a class="muted" dir="ltr" href="${url}" style="color:#5f5f68;overflow-wrap:anywhere;word-break:break-all">${url}</a></p>`,
  ];
}

/** The HTML of a mail: one column, no pictures, nothing that is loaded, light and dark. */
export function mailHtml(
  draft: MailDraft,
  around: { greeting: string; footer: string; appName: string; words: MailWords },
): string {
  const { words } = around;
  const body = [
    `<p class="muted" style="${muted};font-weight:600;margin-bottom:20px">${asHtml(around.appName)}</p>`,
    `<h1 class="text" style="${text};font-size:21px;font-weight:650;line-height:1.3">${asHtml(draft.heading)}</h1>`,
    ...[around.greeting, ...draft.paragraphs].map(paragraphHtml),
    ...(draft.code === undefined ? [] : [codeHtml(draft.code)]),
    ...(draft.button === null ? [] : buttonHtml(draft.button, words)),
    ...draft.afterwards.map(paragraphHtml),
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
${dark}
</style>
</head>
<body class="page" style="background:#f4f4f5;margin:0;padding:0">
<div class="page" lang="${escapeHtml(words.language)}" dir="${words.direction}" style="background:#f4f4f5;padding:32px 16px;${font}">
<div class="card" style="background:#fff;border:1px solid #e4e4e7;border-radius:10px;margin:0 auto;max-width:520px;overflow-wrap:anywhere;padding:28px 28px 12px">
${body.join('\n')}
</div>
<div style="margin:16px auto 0;max-width:520px;padding:0 28px">
${mutedHtml(around.footer)}
</div>
</div>
</body>
</html>
`;
}
