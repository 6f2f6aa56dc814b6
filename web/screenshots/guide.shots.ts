import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { launch, newPage } from '../e2e/browser';

// Pictures of the views as an officer sees them, for docs/officer-guide.zh-CN.md and the
// README. A picture shows the same whenever it is taken: the data are the shipped ones, and
// the clock and the time of loading stand still.
const folder = '../docs/images';
const noon = '2026-11-30T04:00:00Z';

const project = 'project:chao-di-gong-hao-mnzn-tie-yang-ti-cai-liao';
const desk = `/match?demand=${project}&region=region:330000`;

type Shot = { name: string; at: string; ready: (page: Page) => Promise<unknown> };

const heading = (name: string | RegExp) => (page: Page) => page.getByRole('heading', { name }).first().waitFor();

const shots: Shot[] = [
  { name: 'home', at: '/', ready: (page) => page.getByText(/收录 [\d,]+ 个实体/).waitFor() },
  {
    name: 'search',
    at: '/',
    ready: async (page) => {
      await page.getByText(/收录 [\d,]+ 个实体/).waitFor();
      await page.getByRole('combobox').fill('浙大');
      await page
        .getByRole('option', { name: /浙江大学/ })
        .first()
        .waitFor();
    },
  },
  { name: 'entity', at: '/entity/org:lyu', ready: heading(/优势学科/) },
  { name: 'graph', at: '/graph?ids=org:lyu&node=org:lyu', ready: drawn },
  { name: 'routes', at: '/graph?from=org:lyu&to=org:sjtu', ready: drawn },
  { name: 'match', at: desk, ready: heading('推荐合作方（共 16 家）') },
  {
    name: 'match-why',
    at: `${desk}&open=org:zju`,
    ready: async (page) => {
      const evidence = page.getByRole('region', { name: '浙江大学的评分依据' });
      await evidence.getByRole('listitem').first().waitFor();
      // The card with what speaks for and against it, and the beginning of the evidence.
      await page.getByRole('heading', { level: 3, name: /浙江大学/ }).evaluate((e) => {
        window.scrollTo(0, e.getBoundingClientRect().top + window.scrollY - 80);
      });
    },
  },
  { name: 'match-compare', at: `${desk}&pick=org:zju,org:nimte`, ready: compared },
  {
    name: 'demands',
    at: '/match/demands?partner=org:nju&kinds=KEY_PROJECT&section=专栏5',
    ready: heading('最适合南京大学的需求（共 34 项）'),
  },
  {
    name: 'sheet',
    at: `/match/sheet?demand=${project}&region=region:330000&partner=org:zju`,
    ready: heading('产学研对接单'),
  },
  { name: 'list', at: '/list?kinds=KEY_PROJECT&section=专栏5', ready: (page) => page.getByRole('table').waitFor() },
  { name: 'map', at: '/map', ready: (page) => page.getByRole('table').first().waitFor({ state: 'attached' }) },
  { name: 'gaps', at: '/gaps', ready: (page) => page.getByRole('table').or(page.getByRole('grid')).first().waitFor() },
  {
    name: 'gaps-list',
    at: '/gaps?view=list',
    ready: (page) =>
      page
        .getByText(/^需求 \d+/)
        .first()
        .waitFor(),
  },
  { name: 'plan', at: '/plan', ready: heading(/指标/) },
  { name: 'help', at: '/help?q=依托', ready: heading(/^帮助/) },
];

/** The graph is there and lies still. */
async function drawn(page: Page) {
  await page.locator('[role=img][class*=canvas]').waitFor();
  await page.waitForLoadState('networkidle');
}

async function compared(page: Page) {
  const table = page.getByRole('heading', { name: '并排比较' });
  await table.waitFor();
  await table.evaluate((e) => {
    window.scrollTo(0, e.getBoundingClientRect().top + window.scrollY - 80);
  });
}

let browser: Browser;
beforeAll(async () => {
  await mkdir(folder, { recursive: true });
  browser = await launch();
});
afterAll(() => browser.close());

test.each(shots)('$name', async ({ name, at, ready }) => {
  const problems: string[] = [];
  const page = await newPage(browser, inject('server'), problems);
  await page.clock.setFixedTime(noon);
  await page.addInitScript(() => {
    localStorage.setItem('innograph:tour', 'done');
  });
  await page.route('**/graphql?*', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replaceAll(/"loadedAt":"[^"]*"/g, `"loadedAt":"${noon}"`);
    await route.fulfill({ response, body });
  });
  await page.goto(at);
  await ready(page);
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
  await writeFile(join(folder, `${name}.png`), await page.screenshot({ animations: 'disabled', caret: 'hide' }));
  expect(problems).toEqual([]);
  await page.context().close();
});
