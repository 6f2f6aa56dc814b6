import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { rooted, urqlAsBuilt } from './development.ts';
import { licences } from './licences.ts';

const server = process.env.INNOGRAPH_URL ?? 'http://127.0.0.1:8080';

export default defineConfig({
  // Relative, with <base> in index.html: the explorer also works behind a proxy that
  // serves it under a prefix.
  base: './',
  plugins: [react(), rooted(), licences()],
  // No workers from blob: addresses, see there.
  resolve: {
    alias: [{ find: /^fflate$/, replacement: fileURLToPath(new URL('src/shared/export/fflate.ts', import.meta.url)) }],
  },
  html: { cspNonce: 'NONCE-OF-THIS-ANSWER' }, // the Go server puts one in
  build: {
    target: 'es2022',
    assetsInlineLimit: 0, // data: addresses would need a wider Content-Security-Policy
    manifest: true, // read by the check of the bundle's size
    license: false,
  },
  optimizeDeps: {
    entries: ['index.html'], // not bench/, whose packages are installed for measurements only
    rolldownOptions: { plugins: [urqlAsBuilt] },
  },
  server: {
    host: '127.0.0.1',
    // The page and the API have one origin for the browser: no cross-origin rules.
    proxy: { '/graphql': server, '/graphiql': server, '/schema.graphql': server },
  },
  test: { environment: 'happy-dom', include: ['src/**/*.test.{ts,tsx}'] },
});
