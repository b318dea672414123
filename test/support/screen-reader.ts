// What somebody hears: focus as the virtual screen reader says it, live regions as browsers report them.
import { Virtual } from '@guidepup/virtual-screen-reader';

/** Listens from when it is made until it is stopped. */
export interface ScreenReader {
  /**
   * What was said since the last time, in order, once nothing was said for a while: what takes the focus (`button,
   * Save`), or where it has neither role nor name, how it begins (`reads: …`); a value that the keyboard changes
   * (`value: 20 % to the right`); live regions by their politeness (`polite: Saved`), or `unheard:` where no screen reader
   * would have read them, because they came into the page together with their words, or stand behind a modal.
   */
  takeSaid: () => Promise<string[]>;
  /** Stops listening. */
  stop: () => Promise<void>;
}

const liveRegions = '[role=status], [role=alert], [role=log], [aria-live]';
const politeness: Record<string, string> = { status: 'polite', log: 'polite', alert: 'assertive' };

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

function isExposed(element: Element): boolean {
  const modal = [...document.querySelectorAll('dialog:modal')].at(-1);
  if (modal && !modal.contains(element)) return false;
  return !element.closest('[aria-hidden=true], [inert]') && element.checkVisibility();
}

/** The words of a region as they are read; `own` leaves out regions within it, which are read for themselves. */
function wordsOf(node: Node, own: boolean): string {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
  if (!(node instanceof Element)) return '';
  const words = [...node.childNodes].map((child) => {
    if (child instanceof Element) {
      if (child.getAttribute('aria-hidden') === 'true' || !child.checkVisibility()) return '';
      if (own && child.matches(liveRegions)) return '';
      const label = child.getAttribute('aria-label');
      if (label !== null) return ` ${label} `;
    }
    const text = wordsOf(child, own);
    return child instanceof Element && getComputedStyle(child).display !== 'inline'
      ? ` ${text} `
      : text;
  });
  return words.join('').replace(/\s+/g, ' ').trim();
}

/** Browsers look at a region once for all that one script changed, and so does this. */
function watchRegions(say: (phrase: string) => void): () => void {
  let known = new Map<Element, string>();
  const look = (): void => {
    const before = known;
    known = new Map();
    for (const region of document.querySelectorAll(liveRegions)) {
      const words = wordsOf(region, true);
      known.set(region, words);
      if (words === '' || words === before.get(region)) continue;
      const polite = region.getAttribute('aria-live') ?? politeness[region.role ?? ''] ?? 'polite';
      const heard = isExposed(region) && (before.has(region) || polite === 'assertive');
      say(`${heard ? polite : 'unheard'}: ${wordsOf(region, false)}`);
    }
  };
  for (const region of document.querySelectorAll(liveRegions)) {
    known.set(region, wordsOf(region, true));
  }
  const observer = new MutationObserver((changes) => {
    look();
    for (const { type, target } of changes) {
      if (type !== 'attributes' || target !== document.activeElement) continue;
      say(`value: ${(target as Element).getAttribute('aria-valuetext')}`);
    }
  });
  observer.observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: ['aria-valuetext'],
  });
  return () => observer.disconnect();
}

/** Begins to listen to the page as it is. */
export async function listen(): Promise<ScreenReader> {
  let said: string[] = [];
  const reader = new Virtual();
  // Without an observer of its own: it reads a region once for every attribute that changes beside the words, and
  // breaks off at an element that has left the page.
  await reader.start({ container: document.body, window: { document } });
  let heard = (await reader.spokenPhraseLog()).length;
  const takePhrases = async (): Promise<void> => {
    const log = await reader.spokenPhraseLog();
    said.push(...log.slice(heard));
    heard = log.length;
  };
  const onFocus = ({ target }: FocusEvent): void => {
    if (target instanceof HTMLDivElement && !target.role) {
      said.push(`reads: ${wordsOf(target, false).slice(0, 60)}`);
    } else void takePhrases();
  };
  document.addEventListener('focusin', onFocus);
  const unwatch = watchRegions((phrase) => said.push(phrase));
  return {
    async takeSaid() {
      for (let count = -1; count !== said.length;) {
        count = said.length;
        await pause(60);
      }
      await takePhrases();
      const taken = said;
      said = [];
      return taken;
    },
    async stop() {
      unwatch();
      document.removeEventListener('focusin', onFocus);
      await reader.stop();
    },
  };
}

/** Everything in an element, as it is read from its beginning to its end. */
export async function readThrough(container: Element): Promise<string[]> {
  const reader = new Virtual();
  await reader.start({ container });
  const said: string[] = [];
  const first = await reader.lastSpokenPhrase();
  do {
    said.push(await reader.lastSpokenPhrase());
    await reader.next();
  } while ((await reader.lastSpokenPhrase()) !== first && said.length < 500);
  await reader.stop();
  return said;
}
