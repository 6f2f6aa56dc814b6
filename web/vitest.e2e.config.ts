import { defineConfig } from 'vitest/config';

// Scenarios in a real browser, against the program: bash scripts/e2e-web.sh
export default defineConfig({
  test: {
    include: ['e2e/**/*.e2e.ts'],
    globalSetup: 'e2e/server.ts',
    fileParallelism: false, // one browser and one server on a small machine
    expect: { poll: { timeout: 15_000 } }, // the machine may be busy
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
