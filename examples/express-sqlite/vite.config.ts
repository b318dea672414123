import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

// Runs from the package's source; a host needs none of this.
export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['selvedge-source', ...defaultClientConditions] },
});
