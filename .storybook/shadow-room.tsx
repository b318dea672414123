import type { Loader } from '@storybook/react-vite';
import type { ReactElement, ReactNode } from 'react';
import { useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { within } from 'storybook/test';
import styles from 'selvedge/styles.css?inline';

/** Its children in an open shadow root that has adopted our sheet, and `css` beside it. */
export function ShadowRoom({ css, children }: { css: string; children: ReactNode }): ReactElement {
  const host = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState<HTMLElement | null>(null);
  useLayoutEffect(() => {
    if (!host.current) return;
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [styles, css].map((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      return sheet;
    });
    // An element of its own, because what looks for texts and roles takes no shadow root.
    const inside = root.querySelector('div') ?? root.appendChild(document.createElement('div'));
    setRoom(inside);
  }, [css]);
  return (
    <div ref={host} data-shadow="">
      {room && createPortal(children, room)}
    </div>
  );
}

/** Where a story's elements are: its canvas, or the shadow root in it. */
export function insideOf(canvasElement: HTMLElement): HTMLElement {
  return (
    canvasElement.querySelector('[data-shadow]')?.shadowRoot?.querySelector('div') ?? canvasElement
  );
}

/** Lets play functions look for elements inside the shadow root, too. */
export const seeThroughShadow: Loader = (context) => {
  const { canvasElement } = context;
  if (!(canvasElement instanceof HTMLElement) || context.globals['shadow'] !== 'on') return;
  // At the time of each look, because the root is only there once the story is.
  context.canvas = new Proxy(context.canvas, {
    get: (_, name) => Reflect.get(within(insideOf(canvasElement)), name) as unknown,
  });
};
