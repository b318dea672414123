import { Markdown } from '@storybook/addon-docs/blocks';
import type { ReactElement } from 'react';

/** Props of `Doc`. */
export interface DocProps {
  text: string;
  /** The heading from which on it is left out. */
  until?: string;
}

/** A document of the repository. Its heading is the page's, and links to files lead nowhere from here: they become names. */
export function Doc({ text, until }: DocProps): ReactElement {
  const [kept = ''] = until === undefined ? [text] : text.split(`${until}\n`);
  const shown = kept
    .replace(/^<!--.*?-->\s*/s, '')
    .replace(/^# .*\n/, '')
    .replaceAll(/\[([^\]]+)\]\((?!https?:|#)[^)]*\)/g, '$1');
  return <Markdown>{shown}</Markdown>;
}
