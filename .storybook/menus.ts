import type { Preview } from '@storybook/react-vite';
import { themes } from './themes.ts';
import { localeName, locales } from './words.ts';

type Items = Readonly<Record<string, string>>;

function menu(description: string, title: string, icon: string, items: Items) {
  return {
    description,
    toolbar: {
      title,
      icon: icon as never,
      dynamicTitle: true,
      items: Object.entries(items).map(([value, name]) => ({ value, title: name })),
    },
  };
}

/** The menus of the toolbar. Lists and no objects, because keys that look like numbers would come first. */
export const globalTypes: NonNullable<Preview['globalTypes']> = {
  theme: menu('Preset sheet, or bridge to a host’s own variables', 'Theme', 'contrast', themes),
  brand: menu(
    'Brand colour; any other by the address: globals=brand:!hex(0b7a53)',
    'Brand',
    'paintbrush',
    {
      '': 'Own brand',
      '#1f5eff': 'Blue',
      '#0b7a53': 'Green',
      '#ffd400': 'Yellow',
      '#e5484d': 'Red',
      '#8e4ec6': 'Violet',
      '#101014': 'Near black',
      '#f4f4f6': 'Near white',
    },
  ),
  scheme: menu('Colour scheme of the page', 'Scheme', 'mirror', { light: 'Light', dark: 'Dark' }),
  density: menu('--selvedge-space', 'Density', 'component', {
    normal: 'Normal',
    compact: 'Compact',
    comfortable: 'Comfortable',
  }),
  locale: menu(
    'Language of the words',
    'Language',
    'globe',
    Object.fromEntries(locales.map((tag) => [tag, localeName(tag)])),
  ),
  direction: menu('Direction of the text', 'Direction', 'transfer', {
    auto: 'Auto',
    ltr: 'Left to right',
    rtl: 'Right to left',
  }),
  width: {
    description: 'Width of the container',
    toolbar: {
      title: 'Width',
      icon: 'grow',
      dynamicTitle: true,
      items: ['full', '280', '320', '480', '720'].map((value) => ({
        value,
        title: value === 'full' ? 'Full' : `${value} px`,
      })),
    },
  },
  latency: {
    description: 'Time that every call takes',
    toolbar: {
      title: 'Latency',
      icon: 'timer',
      dynamicTitle: true,
      items: ['0', '400', '2500'].map((value) => ({
        value,
        title: value === '0' ? '0 ms' : `${value} ms`,
      })),
    },
  },
  failure: menu('How every call ends', 'Failure', 'alert', {
    none: 'All is well',
    validation: 'Validation',
    conflict: 'Conflict',
    'step-up': 'Step-up',
    'rate-limit': 'Rate limit',
    'server-error': 'Server error',
    offline: 'Offline',
  }),
  hostCss: menu('CSS of the page around', 'Host CSS', 'browser', {
    none: 'Bare',
    tailwind: 'Tailwind preflight',
    bootstrap: 'Bootstrap reboot',
    legacy: 'Legacy rules',
  }),
  shadow: menu('Where the story is rendered', 'Shadow root', 'box', {
    off: 'Light DOM',
    on: 'Shadow root',
  }),
};
