import type { Preview } from '@storybook/react-vite';
import { configure } from 'storybook/test';
import '../src/styles.css';
import { globalTypes } from './menus.ts';
import { seeThroughShadow } from './shadow-room.tsx';
import { plain } from './surroundings.ts';
import { withSurroundings } from './with-surroundings.tsx';
import { loadStoryWords } from './words.ts';

// A busy machine takes longer than a second to cut a picture; what comes sooner is not waited for.
configure({ asyncUtilTimeout: 10_000 });

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    layout: 'fullscreen',
    a11y: { test: 'error' },
    controls: { expanded: true },
    options: {
      storySort: {
        method: 'alphabetical',
        order: [
          'Guides',
          ['Getting started', 'Theming'],
          'Theme studio',
          'States',
          'Components',
          ['AccountSettings'],
        ],
      },
    },
  },
  loaders: [loadStoryWords, seeThroughShadow],
  // The last one is the outermost: what gives a story its account belongs in front.
  decorators: [withSurroundings],
  initialGlobals: { ...plain },
  globalTypes,
};

export default preview;
