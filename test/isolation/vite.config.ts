import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

// The package as it is published where that is asked for, its sources otherwise.
const source = process.env['SELVEDGE_ROOM'] === 'built' ? [] : ['selvedge-source'];

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  resolve: { conditions: [...source, ...defaultClientConditions] },
  build: {
    modulePreload: { polyfill: false },
    // A build for older browsers would rewrite what the sheet says.
    target: 'esnext',
    rolldownOptions: { input: `${import.meta.dirname}/room.html` },
    chunkSizeWarningLimit: 10_000,
  },
});
