import type { Preview } from '@storybook/react-vite';
import '../src/styles.css';
import { globalTypes } from './menus.ts';
import { seeThroughShadow } from './shadow-room.tsx';
import { plain } from './surroundings.ts';
import { withSurroundings } from './with-surroundings.tsx';
import { loadStoryWords } from './words.ts';

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
          'Theme studio',
          'States',
          'Guides',
          ['Getting started', 'Theming'],
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
