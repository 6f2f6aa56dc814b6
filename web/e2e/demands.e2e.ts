import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { accessibilityProblems, usePage } from './browser';
import { cells, downloaded, rows, workbook } from './files';

const plan = 'doc:linyi-145-sti-plan';
const inBox5 = `/match/demands?partner=org:nju&kinds=KEY_PROJECT&document=${plan}&section=专栏5`;
const first = '超低功耗MnZn铁氧体材料';

const card = (page: Page, name: string) => page.getByRole('listitem', { name: new RegExp(`${name}$`) });
const query = (page: Page) => new URL(page.url()).searchParams;
const total = async (page: Page) =>
  Number(/共 (\d+) 项/.exec((await page.getByRole('heading', { name: /的需求（共/ }).textContent()) ?? '')?.[1]);

describe('demands for a partner', () => {
  const here = usePage();

  test('a partner is on the phone: the switch, the name, a box of the plan, why, and the sources', async () => {
    const { page } = here;
    await page.goto('/match');
    await page.getByRole('link', { name: '我有伙伴，找需求' }).click();
    await page.getByText('从一家合作方开始').waitFor();
    await page.getByRole('combobox', { name: '选一家单位或平台' }).fill('南京大学');
    await page
      .getByRole('option', { name: /南京大学/ })
      .first()
      .click();
    await page.getByRole('heading', { name: /最适合南京大学的需求/ }).waitFor();
    const all = await total(page);
    await page.getByText('重点项目', { exact: true }).first().click();
    await page.waitForURL('**kinds=KEY_PROJECT*');
    await page.getByLabel('章节').fill('专栏5');
    await page.keyboard.press('Enter');
    await page.waitForURL('**section=*');
    await page.getByRole('heading', { name: '最适合南京大学的需求（共 34 项）' }).waitFor();
    expect(all).toBeGreaterThan(34);
    expect(await page.getByRole('heading', { level: 3 }).first().textContent()).toContain(first);
    const best = card(page, first);
    await best.getByText('与本地尚无合作记录').waitFor();
    expect(await best.textContent()).toContain('专栏5.2（3）');
    await page.getByRole('button', { name: `“${first}”的依据与出处` }).click();
    const evidence = page.getByRole('region', { name: `“${first}”的依据与出处` });
    await evidence.getByText('来源（2 步）').first().click();
    expect(query(page).get('open')).toContain('project:');
    expect(await evidence.textContent()).toMatch(
      /优势学科“材料科学与工程”（双一流）支撑“高性能磁性材料”领域.*支撑领域.*优势学科 · 双一流/,
    );
  });

  test('the same pair has the same score at the match desk, which opens with its evidence', async () => {
    const { page } = here;
    await page.goto(inBox5);
    const score = /得分 ([\d.]+)/.exec((await card(page, first).textContent()) ?? '')?.[1];
    await page.getByRole('link', { name: `还有谁合适：${first}` }).click();
    await page.getByRole('heading', { name: /推荐合作方/ }).waitFor();
    expect(query(page).get('open')).toBe('org:nju');
    await card(page, '南京大学').waitFor();
    expect(await card(page, '南京大学').textContent()).toContain(`得分 ${score ?? '?'}`);
  });

  test('a sheet to print and the shortlist for the pair', async () => {
    const { page } = here;
    await page.goto(inBox5);
    await page.getByRole('button', { name: '加入清单：南京大学' }).first().click();
    await page.getByRole('link', { name: '备选清单（1）' }).waitFor();
    await page.getByRole('link', { name: `“${first}”的对接单` }).click();
    await page.getByRole('heading', { name: '产学研对接单' }).waitFor();
    expect(await page.getByRole('article').textContent()).toContain('南京大学');
  });

  test('what is left out is told, stays in the link, and comes back', async () => {
    const { page } = here;
    await page.goto(inBox5);
    await page.getByRole('button', { name: `排除“${first}”` }).click();
    await page.getByText('已排除 1 项需求').waitFor();
    await page.getByRole('heading', { name: /共 33 项/ }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: /共 33 项/ }).waitFor();
    await page.getByRole('button', { name: '恢复排除的需求' }).click();
    await page.getByRole('heading', { name: /共 34 项/ }).waitFor();
    await page.getByRole('button', { name: '取消筛选：章节 专栏5' }).click();
    await expect.poll(() => total(page)).toBeGreaterThan(34);
  });

  test('from the page of a partner; a field that it does not fit is said in words, with a way out', async () => {
    const { page } = here;
    await page.goto('/entity/org:nju');
    await page.getByRole('link', { name: '适合哪些需求' }).click();
    await page.getByRole('heading', { name: /最适合南京大学的需求/ }).waitFor();
    const all = await total(page);
    await page.goto('/match/demands?partner=org:nju&section=专栏99');
    await page.getByText('图谱中没有记录说明南京大学适合这些需求').waitFor();
    await page.getByRole('button', { name: '取消全部条件' }).click();
    await expect.poll(() => total(page)).toBe(all);
  });

  test('who is no partner, or nobody, is said in words', async () => {
    const { page } = here;
    await page.goto('/match/demands?partner=org:nobody');
    await page.getByText('没有编号为“org:nobody”的单位或平台').waitFor();
    here.problems.length = 0; // a question about nobody may be refused
    await page.goto('/match/demands?partner=org:lyu');
    await page.getByText('它就在本地').waitFor();
    expect(await page.getByRole('link', { name: /的对接单$/ }).count()).toBe(0);
  });

  test('CSV and XLSX hold every demand with reasons, sources, date and link', async () => {
    const { page } = here;
    await page.goto(inBox5);
    await page.getByRole('heading', { name: /共 34 项/ }).waitFor();
    const { name, content } = await downloaded(page, '导出 CSV：需求列表');
    expect(name).toMatch(/^适合南京大学的需求-\d{8}\.csv$/);
    const [header = '', ...body] = rows(content.toString('utf8'));
    expect(body).toHaveLength(34);
    for (const column of ['需求出处', '推荐理由', '不利因素', '理由出处', '导出时间', '数据版本', '本页链接'])
      expect(cells(header)).toContain(column);
    const best = cells(body[0] ?? '');
    expect(best.slice(0, 3)).toEqual(['南京大学', '1', first]);
    expect(best.join('\n')).toContain('专栏5.2（3）');
    expect(best.join('\n')).toContain('section=');
    const book = workbook((await downloaded(page, '导出 XLSX：需求列表')).content);
    expect(book.names).toEqual(['需求', '依据与出处', '说明']);
    expect(book.rows[0]).toBe(35);
    expect(book.rows[1]).toBeGreaterThan(100);
    expect(book.formulas).toEqual([]);
  });
});

describe('accessible', () => {
  for (const [what, settings] of [
    ['light', {}],
    ['dark, English, tablet', { dark: true, language: 'en', width: 820, height: 1180 }],
  ] as const)
    describe(what, () => {
      const here = usePage(settings);
      for (const address of ['/match/demands', `${inBox5}&open=project:chao-di-gong-hao-mnzn-tie-yang-ti-cai-liao`])
        test(address, async () => {
          await here.page.goto(address);
          await here.page.locator('h1').first().waitFor();
          await here.page.waitForLoadState('networkidle');
          expect(await accessibilityProblems(here.page)).toEqual([]);
        });
    });
});
