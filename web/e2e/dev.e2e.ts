import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch, newPage } from './browser';

// make web-dev: Vite's development server in front of the program.
describe('the development server', () => {
  let vite: ViteDevServer;
  let browser: Browser;
  let cache: string;
  const mode = process.env.NODE_ENV;

  beforeAll(async () => {
    cache = await mkdtemp(join(tmpdir(), 'innograph-dev-'));
    process.env.INNOGRAPH_URL = inject('server'); // read by vite.config.ts
    process.env.NODE_ENV = 'development'; // not "test", as here: the libraries have a build for each
    // A cache of its own: the libraries are bundled anew, as on the first start.
    vite = await createServer({ cacheDir: cache, mode: 'development', logLevel: 'warn', server: { port: 0 } });
    await vite.listen();
    browser = await launch();
  });
  afterAll(async () => {
    process.env.NODE_ENV = mode;
    await browser.close();
    await vite.close();
    await rm(cache, { recursive: true });
  });

  test('answers the questions of the pages, without any problem in the console', async () => {
    const problems: string[] = [];
    const address = vite.resolvedUrls?.local[0]?.replace(/\/$/, '') ?? '';
    const page = await newPage(browser, address, problems);
    await page.goto('/');
    await page.getByText(/收录 [\d,]+ 个实体/).waitFor();
    await page.getByRole('combobox').fill('浙大');
    await page
      .getByRole('option', { name: /浙江大学/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: '浙江大学' }).waitFor();
    await page.getByText('来源').first().waitFor();
    expect(problems).toEqual([]);
    // It is the development server that answered: the built explorer has no such file.
    expect(await page.evaluate(async () => (await fetch('/@vite/client')).ok)).toBe(true);
  });
});
