import reboot from 'bootstrap/dist/css/bootstrap-reboot.css?raw';
import preflight from 'tailwindcss/preflight.css?raw';
import legacy from './legacy.css?raw';
import type { HostCss } from './surroundings.ts';

// Tailwind's build writes the second argument where nothing else was configured, and puts it all into this layer.
const built = preflight.replaceAll(
  /--theme\(\s*[\w-]+,\s*(initial|[^;]*?)\s*\);/g,
  (_, fallback: string) => `${fallback};`,
);

/** The CSS of a host, as text. */
export const hostCss: Readonly<Record<HostCss, string>> = {
  none: '',
  tailwind: `@layer theme, base, components, utilities;\n@layer base {\n${built}\n}`,
  bootstrap: reboot,
  legacy,
};
