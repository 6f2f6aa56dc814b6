import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { licences } from './licences.ts';

const server = process.env.INNOGRAPH_URL ?? 'http://127.0.0.1:8080';

export default defineConfig({
  // Relative, with <base> in index.html: the explorer also works behind a proxy that
  // serves it under a prefix.
  base: './',
  plugins: [react(), rootedInDevelopment(), licences()],
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
  server: {
    host: '127.0.0.1',
    // The page and the API have one origin for the browser: no cross-origin rules.
    proxy: { '/graphql': server, '/graphiql': server, '/schema.graphql': server },
  },
  test: { environment: 'happy-dom', include: ['src/**/*.test.{ts,tsx}'] },
});

// The Go server fits <base> to the depth of each address; the development server does
// not, but is never under a prefix.
function rootedInDevelopment() {
  return {
    name: 'rooted-in-development',
    apply: 'serve' as const,
    transformIndexHtml: (html: string) => html.replace('<base href="./" />', '<base href="/" />'),
  };
}
