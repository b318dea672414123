const presets = import.meta.glob<string>('../src/themes/*.css', {
  query: '?inline',
  import: 'default',
  eager: true,
});
const bridgeFiles = import.meta.glob<string>('../src/bridges/*.css', {
  query: '?inline',
  import: 'default',
  eager: true,
});
const nameOf = (file: string): string => file.replace(/^.*\/|\.css$/g, '');

/** The sheets for hosts with a design system, by its name. */
export const bridges: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(bridgeFiles).map(([file, css]) => [nameOf(file), css]),
);
const titleOf = (name: string): string => name[0]?.toUpperCase() + name.slice(1);

interface Host {
  title: string;
  /** What the page around has as its background and its text. */
  surface: string;
  text: string;
  /** Its variables, light and dark. */
  variables: string;
}

/** What a host with such a design system has on its page. */
const hosts: Readonly<Record<string, Host>> = {
  shadcn: {
    title: 'shadcn/ui',
    surface: 'var(--background)',
    text: 'var(--foreground)',
    variables: `--background: light-dark(#fff, #0a0a0a); --foreground: light-dark(#0a0a0a, #fafafa);
      --card: light-dark(#fff, #171717); --popover: light-dark(#fff, #171717);
      --primary: light-dark(#ea580c, #f97316); --primary-foreground: #fff7ed;
      --muted-foreground: light-dark(#737373, #a1a1a1); --destructive: light-dark(#e7000b, #ff6467);
      --border: light-dark(#e5e5e5, #ffffff1a); --input: light-dark(#e5e5e5, #ffffff26);
      --ring: light-dark(#a1a1a1, #737373); --radius: 0.625rem;`,
  },
  mui: {
    title: 'MUI',
    surface: 'var(--mui-palette-background-default)',
    text: 'var(--mui-palette-text-primary)',
    variables: `--mui-palette-primary-main: light-dark(#1976d2, #90caf9);
      --mui-palette-primary-contrastText: light-dark(#fff, #000000de);
      --mui-palette-background-default: light-dark(#fff, #121212);
      --mui-palette-background-paper: light-dark(#fff, #1e1e1e);
      --mui-palette-text-primary: light-dark(#000000de, #fff);
      --mui-palette-error-main: light-dark(#d32f2f, #f44336); --mui-palette-error-contrastText: #fff;
      --mui-palette-success-main: light-dark(#2e7d32, #66bb6a);
      --mui-palette-warning-main: light-dark(#ed6c02, #ffa726);
      --mui-palette-divider: light-dark(#0000001f, #ffffff1f);
      --mui-shape-borderRadius: 4px; --mui-spacing: 8px;`,
  },
  bootstrap: {
    title: 'Bootstrap',
    surface: 'var(--bs-body-bg)',
    text: 'var(--bs-body-color)',
    variables: `--bs-primary: #6610f2; --bs-link-color: light-dark(#6610f2, #a370f7);
      --bs-body-bg: light-dark(#fff, #212529); --bs-body-color: light-dark(#212529, #dee2e6);
      --bs-border-color: light-dark(#dee2e6, #495057); --bs-border-radius: 0.375rem;
      --bs-danger: #dc3545; --bs-success: #198754; --bs-warning: #ffc107;
      --bs-body-font-family: system-ui, sans-serif; --bs-body-font-size: 1rem;
      --bs-font-monospace: ui-monospace, monospace;`,
  },
  'radix-themes': {
    title: 'Radix Themes',
    surface: 'var(--color-background)',
    text: 'var(--gray-12)',
    variables: `--accent-9: #e54666; --accent-contrast: #fff; --accent-11: light-dark(#ca244d, #ff949d);
      --color-background: light-dark(#fff, #111113); --color-panel-solid: light-dark(#fff, #18191b);
      --gray-12: light-dark(#1c2024, #edeef0); --gray-11: light-dark(#60646c, #b0b4ba);
      --gray-6: light-dark(#d9d9e0, #363a3f); --gray-7: light-dark(#cdced6, #43484e);
      --red-9: #e5484d; --red-11: light-dark(#ce2c31, #ff9592); --green-9: #30a46c; --amber-9: #ffc53d;
      --focus-8: light-dark(#e592a3, #b44e62); --radius-3: 6px; --space-1: 4px;
      --default-font-family: system-ui, sans-serif; --font-size-2: 14px;
      --code-font-family: ui-monospace, monospace; --color-overlay: rgb(0 0 0 / 50%);`,
  },
};

const order = ['neutral', 'soft', 'sharp', 'contrast'];

/** The presets by name, `neutral` first. */
export const presetNames: readonly string[] = ['neutral', ...Object.keys(presets).map(nameOf)]
  .filter((name, at, all) => all.indexOf(name) === at)
  .toSorted((a, b) => order.indexOf(a) - order.indexOf(b));

/** Every theme of the toolbar, name → title. */
export const themes: Readonly<Record<string, string>> = Object.fromEntries([
  ...presetNames.map((name) => [name, titleOf(name)]),
  ...Object.keys(bridges).map((name) => [name, `Bridge: ${hosts[name]?.title ?? titleOf(name)}`]),
]);

/** All presets in one sheet: each waits for its attribute. */
export const presetCss: string = Object.values(presets).join('\n');

/** The sheet that a host of such a theme imports, and what such a host has on its page; null for presets. */
export function bridgeOf(theme: string): { css: string; host: Host | undefined } | null {
  const css = bridges[theme];
  return css === undefined ? null : { css, host: hosts[theme] };
}
