import type { Preview } from '@storybook/react-vite';
import '../src/styles.css';
import { withSurroundings } from './with-surroundings.tsx';

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    layout: 'fullscreen',
    a11y: { test: 'error' },
    controls: { expanded: true },
  },
  // The last one is the outermost: what gives a story its account belongs in front.
  decorators: [withSurroundings],
  initialGlobals: { theme: 'light', direction: 'ltr', locale: 'en', width: '100%', brand: '' },
  globalTypes: {
    theme: {
      description: 'Colour scheme of the page',
      toolbar: {
        title: 'Theme',
        icon: 'mirror',
        dynamicTitle: true,
        items: [
          { value: 'light', title: 'Light', icon: 'sun' },
          { value: 'dark', title: 'Dark', icon: 'moon' },
        ],
      },
    },
    direction: {
      description: 'Direction of the text',
      toolbar: {
        title: 'Direction',
        icon: 'transfer',
        dynamicTitle: true,
        items: [
          { value: 'ltr', title: 'Left to right' },
          { value: 'rtl', title: 'Right to left' },
        ],
      },
    },
    locale: {
      description: 'Language of the words',
      toolbar: {
        title: 'Language',
        icon: 'globe',
        dynamicTitle: true,
        items: [
          { value: 'en', title: 'English' },
          { value: 'de', title: 'Deutsch' },
        ],
      },
    },
    width: {
      description: 'Width of the container',
      toolbar: {
        title: 'Width',
        icon: 'grow',
        dynamicTitle: true,
        items: [
          { value: '100%', title: 'Full width' },
          { value: '320px', title: '320 px' },
        ],
      },
    },
    brand: {
      description: 'Brand colour of the host',
      toolbar: {
        title: 'Brand',
        icon: 'paintbrush',
        dynamicTitle: true,
        items: [
          { value: '', title: 'No brand colour' },
          { value: '#1f5eff', title: 'Blue' },
          { value: '#0b7a53', title: 'Green' },
          { value: '#ffd400', title: 'Yellow' },
          { value: '#101014', title: 'Near black' },
        ],
      },
    },
  },
};

export default preview;
