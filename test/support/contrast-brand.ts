// Measures a brand colour several times as fast as with a root for each: by elements that carry the declarations of the
// sheet's own rule that follow from the brand, inside a root that has worked out all the rest.

/** One place on the page where the varied seeds can be set, and what is seen there, by name. */
export interface Stand {
  readonly host: HTMLElement;
  readonly read: () => ReadonlyMap<string, string>;
}

const brandTokens = {
  color: ['--_on-brand', 'on-brand'],
  'background-color': ['--_brand', 'brand'],
  'border-top-color': ['--_focus', 'ring'],
  'border-bottom-color': ['--_brand-text', 'link'],
  'outline-color': ['--_brand-hover', 'brand-hover'],
} as const;

/** What is compared of a stand. */
export const brandNames: readonly string[] = Object.values(brandTokens).map(([, name]) => name);

/** The rule of the elements, taken out of the sheet on the page. */
export function brandRule(): string {
  const rules = (list: CSSRuleList): CSSRule[] =>
    // A style rule is a group as well, in browsers that follow the newest text of the CSSOM.
    [...list].flatMap((rule) =>
      rule instanceof CSSGroupingRule && !(rule instanceof CSSStyleRule)
        ? rules(rule.cssRules)
        : [rule],
    );
  const root = [...document.styleSheets]
    .flatMap((sheet) => rules(sheet.cssRules))
    .filter((rule) => rule instanceof CSSStyleRule)
    .find(({ style }) => style.getPropertyValue('--selvedge_brand') !== '');
  if (!root) throw new Error('The sheet has no rule for the brand.');
  const following = ['--selvedge-brand'];
  const declared = new Map<string, string>();
  for (const name of root.style) {
    const value = root.style.getPropertyValue(name);
    if (!following.some((other) => value.includes(`(${other})`) || value.includes(`(${other},`)))
      continue;
    following.push(name);
    declared.set(name, value);
  }
  const used = Object.entries(brandTokens).map(
    ([property, [token]]) => `${property}: var(${token})`,
  );
  return `.brand-probe { ${[...declared].map((pair) => pair.join(':')).join(';')}; ${used.join(';')} }`;
}

/** Adds one element to a root. */
export function standBrand(root: HTMLElement): Stand {
  const host = document.createElement('i');
  host.className = 'brand-probe';
  root.append(host);
  const style = getComputedStyle(host);
  const names = Object.entries(brandTokens).map(
    ([property, [, name]]) => [property, name] as const,
  );
  return {
    host,
    read: () => new Map(names.map(([property, name]) => [name, style.getPropertyValue(property)])),
  };
}
