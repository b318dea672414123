/**
 * Of the languages that are known, the one that fits best: the same tag, then with its last parts taken away, then one of
 * the same language in the same script, so that `zh-TW` finds `zh-Hant` and `pt-PT` finds `pt-BR`.
 *
 * @param wanted BCP 47 tags, the best first, such as `navigator.languages`
 * @param known BCP 47 tags to choose from
 * @returns one of `known`, or undefined when none fits
 */
export function matchLocale<Tag extends string>(
  wanted: readonly string[],
  known: readonly Tag[],
): Tag | undefined {
  for (const tag of wanted) {
    const found = findExact(tag, known) ?? findByScript(tag, known);
    if (found !== undefined) return found;
  }
  return undefined;
}

function findExact<Tag extends string>(tag: string, known: readonly Tag[]): Tag | undefined {
  for (
    let rest = tag.toLowerCase();
    rest !== '';
    rest = rest.slice(0, Math.max(0, rest.lastIndexOf('-')))
  ) {
    const found = known.find((one) => one.toLowerCase() === rest);
    if (found !== undefined) return found;
  }
  return undefined;
}

function findByScript<Tag extends string>(tag: string, known: readonly Tag[]): Tag | undefined {
  const wanted = scriptOf(tag);
  return wanted === null ? undefined : known.find((one) => scriptOf(one) === wanted);
}

/** `zh-Hant` of `zh-TW`; null for what is no tag. */
function scriptOf(tag: string): string | null {
  try {
    const { language, script } = new Intl.Locale(tag).maximize();
    return `${language}-${script}`;
  } catch {
    return null;
  }
}
