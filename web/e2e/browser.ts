import axe from 'axe-core';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject } from 'vitest';

export type Settings = { language?: 'zh' | 'en'; dark?: boolean; width?: number; height?: number };

export const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    // Root, as in a container, has no sandbox; the pages are our own.
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });

/** A page as a new visitor has it; problems collects what must not happen in it. */
export async function newPage(
  browser: Browser,
  server: string,
  problems: string[],
  settings: Settings = {},
): Promise<Page> {
  const { language = 'zh', dark = false, width = 1280, height = 720 } = settings;
  const context = await browser.newContext({
    baseURL: server,
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    acceptDownloads: true,
  });
  await context.addInitScript((l) => {
    if (localStorage.getItem('innograph:language') === null) localStorage.setItem('innograph:language', l);
  }, language);
  const page = await context.newPage();
  page.on('pageerror', (e) => problems.push(`exception: ${e.message}`));
  page.on('console', (m) => {
    if (m.type() === 'error') problems.push(`console: ${m.text()}`);
  });
  page.on('request', (r) => {
    if (!/^(blob|data):/.test(r.url()) && new URL(r.url()).origin !== server) problems.push(`call outside: ${r.url()}`);
  });
  return page;
}

/** Gives each scenario of a file a page of its own, and fails it on any problem in there. */
export function usePage(settings: Settings = {}) {
  const here = { page: undefined as unknown as Page, problems: [] as string[] };
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    here.problems = [];
    here.page = await newPage(browser, inject('server'), here.problems, settings);
  });
  afterEach(async () => {
    await here.page.context().close();
    expect(here.problems).toEqual([]);
  });
  return here;
}

/** What axe finds against WCAG 2.2 AA; the page must be as a person sees it. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  // By the debugger's door: the Content-Security-Policy lets no script in.
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const run = (globalThis as unknown as { axe: typeof axe }).axe;
    const { violations } = await run.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.map((v) => ({ id: v.id, impact: v.impact, nodes: v.nodes.map((n) => n.html.slice(0, 200)) }));
  });
  return found.map((v) => `${v.impact} ${v.id}: ${v.nodes.join(' | ')}`);
}
