import { Markdown } from '@storybook/addon-docs/blocks';
import type { ReactElement } from 'react';

/** A document of the repository. Its heading is the page's, and links to files lead nowhere from here: they become names. */
export function Doc({ text }: { text: string }): ReactElement {
  const shown = text
    .replace(/^<!--.*?-->\s*/s, '')
    .replace(/^# .*\n/, '')
    .replaceAll(/\[([^\]]+)\]\((?!https?:|#)[^)]*\)/g, '$1');
  return <Markdown>{shown}</Markdown>;
}
