import { bridges } from '../../.storybook/themes.ts';
import type { StudioFields } from './studio-seeds.ts';

/** The custom properties of a host's style sheet. */
export interface HostVariables {
  light: Readonly<Record<string, string>>;
  /** What differs in the dark. */
  dark: Readonly<Record<string, string>>;
}

const isDark = /\.dark\b|=["']?dark["']?\]|prefers-color-scheme:\s*dark/;

function collect(
  rules: CSSRuleList,
  around: string,
  into: Record<'light' | 'dark', Record<string, string>>,
): void {
  for (const rule of rules) {
    if (rule instanceof CSSStyleRule) {
      const target = isDark.test(around + rule.selectorText) ? into.dark : into.light;
      for (const name of rule.style) {
        if (name.startsWith('--')) target[name] = rule.style.getPropertyValue(name).trim();
      }
    }
    if (rule instanceof CSSGroupingRule) {
      collect(
        rule.cssRules,
        around + (rule instanceof CSSMediaRule ? rule.conditionText : ''),
        into,
      );
    }
  }
}

/** Reads the variables of pasted CSS, light ones from anywhere but dark rules. */
export function readVariables(css: string): HostVariables {
  const sheet = new CSSStyleSheet();
  // A build of Tailwind 4 keeps its variables in a rule that no browser knows.
  sheet.replaceSync(css.replaceAll(/@theme[^{]*\{/g, ':root {').replaceAll(/@import[^;]*;/g, ''));
  const found = { light: {}, dark: {} };
  collect(sheet.cssRules, '', found);
  return found;
}

const known = /var\(\s*(--(?!selvedge|_)[\w-]+)/g;

/** The bridge most of whose variables are there. */
export function findBridge({ light }: HostVariables): string | undefined {
  const scores = Object.entries(bridges).map(([name, css]) => {
    const asked = new Set([...css.matchAll(known)].map(([, variable]) => variable ?? ''));
    return { name, score: [...asked].filter((variable) => variable in light).length };
  });
  const best = scores.toSorted((a, b) => b.score - a.score)[0];
  return best && best.score > 0 ? best.name : undefined;
}

/** A colour of any notation as `#rrggbb`; undefined for what is none. */
function hex(colour: string): string | undefined {
  if (!CSS.supports('color', colour)) return undefined;
  const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (!context) return undefined;
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

const colours = ['brand', 'surface', 'text', 'danger'] as const;
const lengths = { radius: 'radius', space: 'space', fontSize: 'font-size' } as const;

/** A length of any notation in rem; undefined for what is none. */
function rem(length: string, probe: HTMLElement): string | undefined {
  if (!CSS.supports('inline-size', length)) return undefined;
  probe.style.inlineSize = length;
  const pixels = Number.parseFloat(getComputedStyle(probe).inlineSize);
  probe.style.inlineSize = '';
  const root = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return Number.isFinite(pixels)
    ? `${Math.round((pixels / root) * 10_000) / 10_000}rem`
    : undefined;
}

/**
 * What a bridge makes of a host's variables, as seeds: they are put around a root of ours that nobody sees, and the browser
 * says what arrives there. They are laid out, because lengths have no value without.
 */
export function seedsOf(
  variables: HostVariables,
  bridge: string | undefined,
): Partial<StudioFields> {
  const style = document.createElement('style');
  style.textContent = (bridge && bridges[bridge]) ?? '';
  const host = document.createElement('div');
  const root = host.appendChild(document.createElement('div'));
  root.className = 'selvedge-root';
  document.body.append(style, host);
  try {
    const read = (scheme: 'light' | 'dark'): Record<string, string> => {
      const all = { ...variables.light, ...(scheme === 'dark' ? variables.dark : {}) };
      host.style.cssText = `color-scheme: ${scheme}; position: absolute; visibility: hidden`;
      for (const [name, value] of Object.entries(all)) host.style.setProperty(name, value);
      const computed = getComputedStyle(root);
      const found: Record<string, string> = {};
      for (const name of colours) {
        const value = computed.getPropertyValue(`--selvedge-${name}`);
        root.style.color = value;
        const colour = value && hex(getComputedStyle(root).color);
        root.style.color = '';
        if (colour) found[name] = colour;
      }
      for (const [field, name] of Object.entries(lengths)) {
        const value = rem(computed.getPropertyValue(`--selvedge-${name}`).trim(), root);
        if (value) found[field] = value;
      }
      const font = computed.getPropertyValue('--selvedge-font').trim();
      if (font) found['font'] = font;
      return found;
    };
    const light = read('light');
    const dark = read('dark');
    const fields: Record<string, string> = { ...light };
    for (const name of colours) {
      const value = dark[name];
      if (value && value !== light[name]) fields[`${name}Dark`] = value;
    }
    return fields as Partial<StudioFields>;
  } finally {
    style.remove();
    host.remove();
  }
}
