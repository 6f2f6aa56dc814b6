import { readFile, rm } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launch, newPage } from './browser';
import { cells, downloaded, rows, workbook } from './files';
import { formulas, hostileTables, ids, image, long, project, rightToLeft, script, title } from './hostile';
import { startServer } from './server';

const chosen = ids.join(',');
const pages = [
  ...[...ids, project].map((id) => `/entity/${id}`),
  `/search?q=${encodeURIComponent('<img')}`,
  `/list?ids=${chosen},${project}&cols=name,kind,region,fields,status,source,aliases`,
  `/graph?ids=${project}`,
  `/graph?ids=${project}&as=table`,
  `/graph?from=org:evil-long&to=org:evil-image`,
  `/match?demand=${project}&region=region:330100&open=org:evil-image,org:evil-long`,
  `/match?demand=${project}&region=region:330100&pick=org:evil-image,org:evil-long`,
  `/match/sheet?demand=${project}&region=region:330100&partner=org:evil-image`,
  `/match/sheet?demand=${project}&region=region:330100&partner=org:evil-long`,
  `/match/demands?partner=org:evil-script&open=${project}`,
  `/map?ids=${chosen}&place=region:330100`,
  '/gaps?cell=field:mat-magnet,region:330100',
  '/gaps?columns=CITY',
  '/plan?document=doc:evil',
];

describe('hostile names', () => {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof startServer>>;
  let folder: string;
  let page: Page;
  let problems: string[] = [];
  beforeAll(async () => {
    folder = hostileTables();
    server = await startServer('--data', folder, '--documents-only');
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    await server.end();
    await rm(folder, { recursive: true });
  });
  beforeEach(async () => {
    problems = [];
    page = await newPage(browser, server.address, problems);
  });
  afterEach(async () => {
    await page.context().close();
    expect(problems).toEqual([]); // refusals of the Content-Security-Policy would be among them
  });

  /** The page stands, nothing of it ran or became an element, and nothing sticks out of it. */
  async function isHarmless(address: string) {
    await page.goto(address);
    await page.locator('h1').first().waitFor();
    await page.waitForLoadState('networkidle');
    const seen = await page.evaluate(() => ({
      title: document.title,
      made: document.querySelectorAll('img[src=x], main script, svg[onload], [onmouseover], [onerror]').length,
      links: Array.from(
        document.querySelectorAll('a[href]'),
        (a) => new URL(a.getAttribute('href') ?? '', document.baseURI).protocol,
      ),
      out: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      alerts: document.querySelectorAll('[role=alert]').length,
    }));
    expect([seen.made, seen.out, seen.alerts], `${address}: made, sticking out, alerts`).toEqual([0, 0, 0]);
    expect(seen.title).not.toContain('pwned');
    for (const protocol of seen.links) expect(protocol).toMatch(/^https?:$/);
  }

  for (const address of pages) test(address, () => isHarmless(address));

  test('they are shown as they are', async () => {
    for (const [id, name] of [
      ['org:evil-image', image],
      ['org:evil-script', script],
      ['org:evil-rtl', rightToLeft],
      ['org:evil-long', long],
    ] as const) {
      await page.goto(`/entity/${id}`);
      await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toBe(name);
      await page.getByText(title).first().waitFor();
    }
  });

  /** No cell is one that a spreadsheet would run; numbers are. */
  function isSafe(csv: string) {
    const all = rows(csv.slice(1)).flatMap(cells);
    const bad = all.filter((cell) => /^[=+\-@\t\r]/.test(cell) && Number.isNaN(Number(cell)));
    expect(bad).toEqual([]);
    return all;
  }

  for (const [address, what, named] of [
    [`/list?ids=${chosen}`, '列表', formulas],
    [`/match?demand=${project}&region=region:330100`, '推荐列表', formulas],
    ['/match/demands?partner=org:evil-formula-0', '需求列表', formulas.slice(0, 1)],
    [`/map?ids=${chosen}`, '地图', []],
    ['/plan', '与外地的联系', formulas],
  ] as const)
    test(`files: ${address}`, async () => {
      await page.goto(address);
      const all = isSafe((await downloaded(page, `导出 CSV：${what}`)).content.toString('utf8'));
      for (const name of named) expect(all).toContain(`'${name}`);
      const book = workbook((await downloaded(page, `导出 XLSX：${what}`)).content);
      expect(book.formulas).toEqual([]);
      for (const name of formulas.slice(0, 1)) expect(book.texts).toContain(name);
    });

  test('files of the graph: a CSV that runs nothing, SVG and GraphML that are sound XML with the names as text', async () => {
    await page.goto(`/graph?ids=${project}`);
    for (const [item, type] of [
      ['表格 CSV（Excel 可打开）', 'csv'],
      ['图片 SVG', 'image/svg+xml'],
      ['GraphML（Gephi、yEd）', 'application/xml'],
    ] as const) {
      await page.getByRole('button', { name: '导出', exact: true }).click();
      const waiting = page.waitForEvent('download');
      await page.getByRole('menuitem', { name: item }).click();
      const text = await readFile(await (await waiting).path(), 'utf8');
      expect(text).toContain(type === 'csv' ? 'onerror=""document' : '&lt;img');
      if (type === 'csv') {
        isSafe(text);
        continue;
      }
      const parsed = await page.evaluate(
        ([xml, as]) => {
          const tree = new DOMParser().parseFromString(xml, as);
          return [tree.querySelectorAll('parsererror').length, tree.querySelectorAll('img, script').length];
        },
        [text, type] as const,
      );
      expect(parsed).toEqual([0, 0]);
    }
  });

  test('what loading refuses, but a database may hold: other links, and marks that turn the text around', async () => {
    await page.route('**/graphql*', async (route) => {
      // A page that is left takes with it what it waits for, as its subscription: no answer, none given.
      const response = await route.fetch().catch(() => undefined);
      const sent = await response?.text().catch(() => undefined);
      if (!response || sent === undefined) return;
      const body = sent
        .replaceAll(/https?:\/\/[^"\\]*/g, 'javascript:document.title=1')
        .replaceAll('浙江大学', '\u202e浙江大学\u2066');
      await route.fulfill({ response, body });
    });
    for (const address of ['/entity/org:zju', '/match?demand=field:mat-magnet', '/list?ids=org:zju']) {
      await isHarmless(address);
      expect(await page.locator('h1, h3, td, dd a').allTextContents()).not.toContainEqual(
        expect.stringMatching(/[\u202a-\u202e\u2066-\u2069]/),
      );
    }
    await page.goto('/entity/org:zju');
    await page.getByText('javascript:document.title=1').first().waitFor();
  });

  test('loading refuses such marks, and says where they are', async () => {
    const bad = hostileTables({ 'org:evil-turned': '\u202e学大江浙' });
    await expect(startServer('--data', bad)).rejects.toThrow(/entities\.evil\.csv.*U\+202E/s);
    await rm(bad, { recursive: true });
  });
});
