import { defineConfig } from 'vite';

// The page and the API have one origin for the browser: no cross-origin rules.
export default defineConfig({
  server: { host: '127.0.0.1', proxy: { '/graphql': process.env['INNOGRAPH_URL'] ?? 'http://127.0.0.1:8080' } },
});
