import type { Room } from './open-room.ts';

/** Something of everything that a host's page is made of, the names that sheets like to use included. */
const sample = `
  <header class="header"><h1 class="title">Heading <small>small</small></h1><h2>Two</h2><h3>Three</h3></header>
  <nav class="nav"><ul class="list"><li class="row"><a class="link" href="#x">Link</a></li></ul></nav>
  <main class="root section dark" data-theme="dark"><p class="lead text">Text <b>bold</b> <em>em</em> <code>code</code>
    <kbd>key</kbd> <mark>mark</mark></p><ol><li>one</li></ol><blockquote>Quote</blockquote><hr><pre>pre</pre>
    <dl class="details"><dt>Term</dt><dd>Value</dd></dl></main>
  <form class="form light" data-mode="light"><fieldset class="field"><legend>Legend</legend>
    <label class="label">Label <input class="input" placeholder="hint"></label>
    <input type="text" value="text"><input type="email"><input type="password" value="x"><input type="search">
    <input type="checkbox" class="check" checked><input type="radio"><input type="range" class="range"><input type="file">
    <select class="select"><option>One</option></select><textarea placeholder="hint">Area</textarea>
    <button class="button primary" data-variant="primary">Button</button><button disabled aria-busy="true">Off</button>
    <input type="submit" value="Send"><progress class="progress" value="0.4"></progress><meter value="0.4"></meter>
    <output class="status" role="status">Out</output></fieldset></form>
  <section class="section card"><table><caption>Table</caption><thead><tr><th>Head</th></tr></thead>
    <tbody><tr><td>Cell</td></tr></tbody></table><figure><img class="avatar" alt="" width="8" height="8"
    src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><svg width="9" height="9"><path d="M0 0h9"></path></svg></figure>
    <details open><summary>Summary</summary>Inside</details><dialog class="dialog" open>Dialog</dialog></section>
  <article data-selvedge-theme="soft" data-selvedge-scheme="dark" class="dark-theme"><p class="notice" role="alert">Note</p>
    <span class="badge skeleton" aria-hidden="true">Badge</span></article>
  <footer class="footer">Footer</footer>`;

/**
 * Runs in the page: what is computed for every element of the sample, of the page's root and of its body, with the sheet
 * of the package and without it. Custom properties do nothing by themselves.
 */
function compareStyles(css: string): string[] {
  const host = document.createElement('style');
  host.textContent = css;
  document.head.prepend(host);
  const ours = [...document.styleSheets].filter((sheet) => sheet.href !== null);
  const { documentElement, body } = document;
  const sampled = [documentElement, body, ...document.querySelectorAll('#sample, #sample *')];
  const read = (): string[][] =>
    sampled.flatMap((element) =>
      [null, '::before', '::marker', '::placeholder'].map((pseudo) => {
        const style = getComputedStyle(element, pseudo);
        const name = `${element.tagName}.${element.className}${pseudo ?? ''}`;
        const own = [...style].filter((property) => !property.startsWith('--'));
        return own.map((property) => `${name} ${property}: ${style.getPropertyValue(property)}`);
      }),
    );
  const withOurs = read();
  for (const sheet of ours) sheet.disabled = true;
  const without = read();
  for (const sheet of ours) sheet.disabled = false;
  host.remove();
  if (ours.length === 0 || withOurs.flat().length < 50_000) throw new Error('hardly compared');
  return withOurs.flatMap((lines, at) => lines.filter((line, one) => line !== without[at]?.[one]));
}

/** What the sheet of the package changes of the pages of these hosts, while a dialog of ours is open. */
export async function findHostChanges(
  room: Room,
  hosts: readonly string[],
): Promise<Record<string, string[]>> {
  const page = await room.open({ query: { component: 'StepUpPrompt' } });
  try {
    const sheets = await page.evaluate((html) => {
      document.body.insertAdjacentHTML('beforeend', `<div id="sample">${html}</div>`);
      return (globalThis as unknown as { hostCss: Record<string, string> }).hostCss;
    }, sample);
    const changes: Record<string, string[]> = {};
    for (const host of hosts)
      changes[host] = await page.evaluate(compareStyles, sheets[host] ?? '');
    return changes;
  } finally {
    await page.context().close();
  }
}

/** Names that the sheet gives to the whole page and that could meet a host's: keyframes, containers, properties, layers. */
export async function findGlobalNames(room: Room): Promise<string[]> {
  const page = await room.open({ query: { component: 'ProfileForm' } });
  try {
    return await page.evaluate(() => {
      const names: string[] = [];
      const visit = (rules: CSSRuleList): void => {
        for (const rule of rules) {
          if (rule instanceof CSSKeyframesRule || rule instanceof CSSPropertyRule)
            names.push(rule.name);
          if (rule instanceof CSSFontFaceRule) names.push(rule.cssText);
          if (rule instanceof CSSLayerBlockRule) names.push(rule.name);
          if (rule instanceof CSSLayerStatementRule) names.push(...rule.nameList);
          if (rule instanceof CSSGroupingRule) visit(rule.cssRules);
        }
      };
      for (const sheet of document.styleSheets) if (sheet.href) visit(sheet.cssRules);
      return names;
    });
  } finally {
    await page.context().close();
  }
}
