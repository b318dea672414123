/** How every call of a story's backend ends, where the story itself says nothing. */
export type FailureMode =
  | 'none'
  | 'validation'
  | 'conflict'
  | 'step-up'
  | 'rate-limit'
  | 'server-error'
  | 'offline';

/** Whose CSS the page has beside ours. */
export type HostCss = 'none' | 'tailwind' | 'bootstrap' | 'legacy';

/** What the toolbar says. Each is a global of Storybook, so that an address holds it: `&globals=scheme:dark;locale:ar`. */
export interface Surroundings {
  /** Preset or bridge; `neutral` is the sheet as it is. */
  theme: string;
  /** Any CSS colour, in an address `brand:!hex(0b7a53)`; empty for the theme's own. */
  brand: string;
  scheme: 'light' | 'dark';
  density: 'compact' | 'normal' | 'comfortable';
  /** BCP 47 tag of one of our languages, or of a pseudo-locale. */
  locale: string;
  /** `auto` follows the language. */
  direction: 'auto' | 'ltr' | 'rtl';
  /** Of the container in CSS px, or `full`. */
  width: string;
  /** Milliseconds before a call reaches the rules. */
  latency: string;
  failure: FailureMode;
  hostCss: HostCss;
  /** Whether the story stands in an open shadow root. */
  shadow: 'off' | 'on';
}

/** A page without anything special. */
export const plain: Surroundings = {
  theme: 'neutral',
  brand: '',
  scheme: 'light',
  density: 'normal',
  locale: 'en',
  direction: 'auto',
  width: 'full',
  latency: '0',
  failure: 'none',
  hostCss: 'none',
  shadow: 'off',
};

/** The globals of a story; what is missing is plain. */
export function surroundingsOf(globals: Readonly<Record<string, unknown>>): Surroundings {
  return { ...plain, ...globals };
}
