import type { Decorator } from '@storybook/react-vite';
import type { CSSProperties, ReactElement, ReactNode } from 'react';
import { useLayoutEffect } from 'react';
import type { HostCss, Surroundings } from './surroundings.ts';
import { surroundingsOf } from './surroundings.ts';
import { hostCss } from './host-css.ts';
import { ShadowRoom } from './shadow-room.tsx';
import { bridgeOf, presetCss } from './themes.ts';
import { directionOf } from './words.ts';

const spaces = { compact: '0.2rem', normal: null, comfortable: '0.3rem' } as const;

/** One `<style>` of the page for each purpose; empty when it is not wanted. */
function useSheet(id: string, css: string): void {
  useLayoutEffect(() => {
    if (css === '') return;
    const style = document.createElement('style');
    style.dataset['sheet'] = id;
    style.textContent = css;
    // In front of ours, as most hosts have it.
    document.head.prepend(style);
    return () => style.remove();
  }, [id, css]);
}

/** What a page has only once, for as long as a story is shown. */
function Page({ host, children }: { host: HostCss; children: ReactNode }): ReactElement {
  useSheet('host', hostCss[host]);
  return <>{children}</>;
}

/** Props of `Room`. */
export interface RoomProps {
  surroundings: Surroundings;
  /** Whether it fills the page. */
  page?: boolean;
  children: ReactNode;
}

/**
 * What a host's element around the components says: theme, colour scheme, direction, language, room, brand colour and
 * density. Never set on the components themselves.
 */
export function Room({ surroundings, page = false, children }: RoomProps): ReactElement {
  const { theme, brand, scheme, density, locale, direction, width, shadow } = surroundings;
  const bridge = bridgeOf(theme);
  useSheet('presets', presetCss);
  useSheet(
    `bridge-${theme}`,
    bridge ? `[data-room='${theme}'] { ${bridge.host?.variables} }\n${bridge.css}` : '',
  );
  const space = spaces[density];
  const style: CSSProperties & Record<`--${string}`, string> = {
    colorScheme: scheme,
    background: bridge?.host?.surface ?? 'var(--selvedge-surface, light-dark(#fff, #161619))',
    color: bridge?.host?.text ?? 'var(--selvedge-text, light-dark(#1c1c20, #ececef))',
    boxSizing: 'border-box',
    padding: '1rem',
    ...(page ? { minBlockSize: '100vh' } : {}),
    ...(brand === '' ? {} : { '--selvedge-brand': brand }),
    ...(space === null ? {} : { '--selvedge-space': space }),
  };
  return (
    <div
      dir={direction === 'auto' ? directionOf(locale) : direction}
      lang={locale}
      data-room={theme}
      data-selvedge-theme={theme === 'neutral' ? undefined : theme}
      data-selvedge-scheme={scheme}
      style={style}
    >
      <div style={{ inlineSize: width === 'full' ? '100%' : `${width}px` }}>
        {shadow === 'on' ? (
          <ShadowRoom css={presetCss + (bridge?.css ?? '')}>{children}</ShadowRoom>
        ) : (
          children
        )}
      </div>
    </div>
  );
}

/** The page that the toolbar describes. */
export const withSurroundings: Decorator = (Story, { globals, viewMode, parameters }) => {
  const surroundings = surroundingsOf(globals);
  return (
    <Page host={surroundings.hostCss}>
      {parameters['surroundings'] === false ? (
        <Story />
      ) : (
        <Room surroundings={surroundings} page={viewMode === 'story'}>
          <Story />
        </Room>
      )}
    </Page>
  );
};
