import type { Decorator } from '@storybook/react-vite';
import type { CSSProperties } from 'react';

interface Surroundings {
  theme: 'light' | 'dark';
  direction: 'ltr' | 'rtl';
  locale: string;
  width: string;
  brand: string;
}

/**
 * What a host's page brings along: colour scheme, direction, language, room and brand colour. Set on
 * an ancestor as a host would, never on the components themselves.
 */
export const withSurroundings: Decorator = (Story, { globals }) => {
  const { theme, direction, locale, width, brand } = globals as unknown as Surroundings;
  const style: CSSProperties & Record<`--${string}`, string> = {
    colorScheme: theme,
    background: 'Canvas',
    color: 'CanvasText',
    inlineSize: width,
    maxInlineSize: '100%',
    boxSizing: 'border-box',
    padding: '1rem',
    ...(brand === '' ? {} : { '--selvedge-brand': brand }),
  };
  return (
    <div dir={direction} lang={locale} style={style}>
      <Story />
    </div>
  );
};
