import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { accessibilityProblems, usePage } from './browser';

// A project of 专栏5, what it needs, and who of 浙江 comes first for it.
const project = 'project:chao-di-gong-hao-mnzn-tie-yang-ti-cai-liao';
const desk = `/match?demand=${project}&region=region:330000`;
const zju = '浙江大学';
const nimte = '中国科学院宁波材料技术与工程研究所';

const card = (page: Page, name: string) => page.getByRole('listitem', { name: new RegExp(`${name}$`) });
const first = (page: Page) => page.getByRole('heading', { level: 3 }).first();
const query = (page: Page) => new URL(page.url()).searchParams;

describe('match desk', () => {
  const here = usePage();

  test('who in 浙江 fits a project of 专栏5: picked by name, restricted, and the sheet printed on one page', async () => {
    const { page } = here;
    await page.goto('/match');
    await page.getByText('从一项需求开始').waitFor();
    await page.getByRole('combobox', { name: '选一个项目、集群、领域或单位' }).fill('超低功耗MnZn');
    await page.getByRole('option', { name: /超低功耗MnZn铁氧体材料/ }).click();
    await page.getByRole('link', { name: '高性能磁性材料' }).first().waitFor();
    const region = page.getByRole('combobox', { name: '合作方所在地区' });
    await region.fill('浙江');
    await page.getByRole('option', { name: '浙江省（全部）' }).click();
    await page.getByRole('heading', { name: '推荐合作方（共 16 家）' }).waitFor();
    expect(query(page).get('region')).toBe('region:330000');
    expect(await first(page).textContent()).toContain(nimte);
    await page.getByRole('link', { name: `${zju}的对接单` }).click();
    await page.getByRole('heading', { name: '产学研对接单' }).waitFor();
    const sheet = page.getByRole('article');
    for (const part of [
      zju,
      '专栏5.2（3）',
      '第 2 名，共 16 个候选',
      '杭州市，距临沂市约 566 公里',
      '领域契合',
      '筛选范围浙江省；均衡',
    ])
      expect(await sheet.textContent()).toContain(part);
    for (const section of ['推荐理由', '不利因素', '名次何时会变', '联络途径', '对接记录', '出处'])
      expect(await sheet.getByRole('heading', { name: section }).count()).toBe(1);
    // Each number that is cited stands in the list of sources, and each source is cited.
    const cited = (await sheet.locator('sup').allTextContents()).map((c) => Number(c.slice(1, -1)));
    const sources = await sheet.getByRole('region', { name: '出处' }).getByRole('listitem').count();
    expect(sources).toBeGreaterThan(5);
    expect(new Set(cited)).toEqual(new Set(Array.from({ length: sources }, (_, i) => i + 1)));
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('banner').isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: '打印' }).isVisible()).toBe(false);
  });

  test('the print button prints', async () => {
    const { page } = here;
    await page.addInitScript(() => {
      window.print = () => {
        document.title = 'printed';
      };
    });
    await page.goto(`/match/sheet?demand=${project}&partner=org:zju`);
    await page.getByRole('button', { name: '打印' }).click();
    await expect.poll(() => page.title()).toBe('printed');
  });

  test('why it is first, with the sources, and what speaks against the second', async () => {
    const { page } = here;
    await page.goto(desk);
    await page.getByRole('button', { name: `${zju}的依据与出处` }).click();
    const evidence = card(page, zju).getByRole('region', { name: `${zju}的评分依据` });
    const path = evidence.getByRole('listitem').first();
    await path.waitFor();
    expect(await path.textContent()).toMatch(
      /高性能磁性材料.*←.*支撑领域.*材料科学与工程.*优势学科 · 双一流 · 2022.*浙江大学/,
    );
    await path.getByText('来源（2 步）').click();
    await path.getByText('人工整理').waitFor();
    const link = path.getByRole('link', { name: /第二轮双一流/ });
    expect(await link.getAttribute('href')).toMatch(/^https?:\/\//);
    expect(query(page).get('open')).toBe('org:zju');
    const second = card(page, nimte);
    await second.getByText('与本地尚无合作记录').waitFor();
    await second.getByText('位于宁波市，距离较远（约660公里）').waitFor();
  });

  test('weights change the order, stay in the link, and can be reset', async () => {
    const { page } = here;
    await page.goto(desk);
    await expect.poll(() => first(page).textContent()).toContain(nimte);
    for (const name of ['领域契合', '能力强度', '相关业绩', '地域可达']) {
      const slider = page.getByRole('slider', { name });
      await slider.focus();
      await page.keyboard.press('Home');
      await expect.poll(() => slider.getAttribute('aria-valuenow')).toBe('0');
    }
    await expect.poll(() => query(page).get('weights')).toBe('0-0-20-0-0');
    await expect.poll(() => first(page).textContent()).toContain(zju);
    await page.reload();
    await expect.poll(() => first(page).textContent()).toContain(zju);
    expect(await page.getByRole('slider', { name: '领域契合' }).getAttribute('aria-valuenow')).toBe('0');
    await page.getByRole('button', { name: '恢复默认' }).click();
    await expect.poll(() => first(page).textContent()).toContain(nimte);
    expect(query(page).get('weights')).toBeNull();
  });

  test('all weights at nothing are refused in words', async () => {
    const { page } = here;
    await page.goto(`${desk}&weights=5-0-0-0-0`);
    await page.getByRole('slider', { name: '领域契合' }).focus();
    await page.keyboard.press('Home');
    await page.getByText('至少一项要大于 0').waitFor();
    expect(query(page).get('weights')).toBe('5-0-0-0-0');
  });

  test('a strategy stands in the link and changes the scores', async () => {
    const { page } = here;
    await page.goto(desk);
    const zjuCard = card(page, zju);
    await zjuCard.waitFor();
    const balanced = await zjuCard.textContent();
    await page.getByText('相似', { exact: true }).click();
    await expect.poll(() => zjuCard.textContent()).not.toBe(balanced);
    expect(query(page).get('strategy')).toBe('SIMILAR');
  });

  test('own words: read as fields, with the words that led to them, in pages', async () => {
    const { page } = here;
    await page.goto('/match');
    await page.getByRole('textbox', { name: '或用自己的话描述需求' }).fill('氢燃料电池液压挖掘机');
    await page.keyboard.press('Enter');
    const fields = page.getByRole('list', { name: '所需领域' });
    await fields.waitFor();
    expect(await fields.textContent()).toMatch(/工程机械 \d+%.*氢燃料电池液压挖掘机.*光伏与氢能技术 \d+%.*燃料电池/);
    const cards = page.getByRole('heading', { level: 3 });
    expect(await cards.count()).toBe(10);
    await page.getByText('已显示 10 条，共 121 条').waitFor();
    await page.getByRole('button', { name: '显示更多' }).click();
    await page.getByText('已显示 20 条，共 121 条').waitFor();
    expect(await cards.count()).toBe(20);
  });

  test('kinds and a region that is left out restrict the list', async () => {
    const { page } = here;
    await page.goto('/match?text=氢燃料电池液压挖掘机&kinds=ENTERPRISE&exclude=region:320000');
    await page.getByRole('heading', { name: /推荐合作方（共 \d+ 家）/ }).waitFor();
    const marks = page.getByRole('main').getByRole('heading', { level: 3 }).getByRole('img');
    const kinds = await marks.evaluateAll((all) => all.map((m) => m.getAttribute('aria-label')));
    expect(new Set(kinds)).toEqual(new Set(['企业']));
    expect(await page.getByRole('main').getByText('徐州工程机械集团有限公司').count()).toBe(0);
  });

  test('nobody fits: why is said, and what may help is one click away', async () => {
    const { page } = here;
    await page.goto('/match?text=木业&region=region:331100&kinds=HOSPITAL');
    const said = page.getByRole('status').filter({ hasText: '没有合适的合作方' });
    await said.waitFor();
    expect(await said.textContent()).toContain('可放宽条件：类型、地区');
    expect(await said.textContent()).not.toContain('where');
    await page.getByRole('button', { name: '不限类型' }).click();
    await page.getByRole('button', { name: '改为整个长三角' }).click();
    await page.getByRole('heading', { level: 3 }).first().waitFor();
  });

  test('a demand of several fields gets a consortium, and is told what nobody covers', async () => {
    const { page } = here;
    await page.goto('/match?text=木业、中药&region=region:310000');
    const alert = page.getByRole('alert').filter({ hasText: '可组成联合体' });
    await alert.waitFor();
    expect(await alert.textContent()).toMatch(/上海中医药大学.*承担 现代中药.*上海交通大学.*承担 木业/);
    await page.goto('/match?text=木业、中药、磁性材料&region=region:320300');
    await page.getByRole('alert').filter({ hasText: '无人覆盖：高性能磁性材料' }).waitFor();
  });

  test('two partners side by side, by a link', async () => {
    const { page } = here;
    await page.goto(desk);
    await page.getByRole('checkbox', { name: `比较 ${zju}` }).check();
    await page.getByText('再选一家即可并排比较').waitFor();
    await page.getByRole('checkbox', { name: `比较 ${nimte}` }).check();
    const table = page.getByRole('group', { name: '并排比较' }).getByRole('table');
    await table.waitFor();
    expect(query(page).get('pick')).toBe('org:zju,org:nimte');
    await page.reload();
    await table.waitFor();
    const row = (name: string) => table.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });
    expect(await row('得分').textContent()).toMatch(/^得分0\.\d{3}0\.\d{3}$/);
    expect(await row('既有合作').textContent()).toMatch(/\d\.\d\d.*\d\.\d\d/);
    expect(await row('所在地').textContent()).toMatch(/杭州市 · 约 566 公里.*宁波市 · 约 658 公里/);
    await page.getByRole('button', { name: '查看比较' }).click();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('并排比较');
    await page.getByRole('button', { name: '结束比较' }).click();
    await expect.poll(() => table.count()).toBe(0);
  });

  test('who can introduce us is asked for only when it is opened', async () => {
    const { page } = here;
    await page.goto('/match?text=木业、中药&region=region:310000');
    const sjtu = card(page, '上海交通大学');
    await sjtu.waitFor();
    let asked = 0;
    page.on('request', (r) => {
      if (r.url().includes('/graphql')) asked++;
    });
    expect(await page.getByText('可请上海交通大学医学院附属新华医院引荐').count()).toBe(0);
    await page.getByRole('button', { name: '谁能引荐上海交通大学', exact: true }).click();
    await sjtu.getByText('可请上海交通大学医学院附属新华医院引荐').waitFor();
    expect(asked).toBe(1);
  });

  test('by keyboard alone: demand, evidence, comparing', async () => {
    const { page } = here;
    await page.goto('/match');
    const box = page.getByRole('combobox', { name: '选一个项目、集群、领域或单位' });
    await box.waitFor();
    for (let i = 0; i < 30 && !(await box.evaluate((e) => e === document.activeElement)); i++)
      await page.keyboard.press('Tab');
    await page.keyboard.type('超低功耗');
    await page.getByRole('option', { name: /超低功耗MnZn/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const evidence = page.getByRole('button', { name: `${zju}的依据与出处` });
    await evidence.waitFor();
    const reach = async (target: typeof evidence) => {
      for (let i = 0; i < 60 && !(await target.evaluate((e) => e === document.activeElement)); i++)
        await page.keyboard.press('Tab');
      expect(await target.evaluate((e) => e === document.activeElement)).toBe(true);
    };
    await reach(evidence);
    await page.keyboard.press('Enter');
    await expect.poll(() => evidence.getAttribute('aria-expanded')).toBe('true');
    await reach(page.getByRole('checkbox', { name: `比较 ${zju}` }));
    await page.keyboard.press('Space');
    await page.getByText('再选一家即可并排比较').waitFor();
  });

  test('a link that lacks something, or names what is not there, says so', async () => {
    const { page } = here;
    await page.goto('/match/sheet');
    await page.getByRole('heading', { name: '这个链接缺少需求或合作方' }).waitFor();
    await page.goto(`/match/sheet?demand=${project}&region=region:330000&partner=org:sjtu`);
    await page.getByRole('heading', { name: '按这些条件，该单位不在推荐之列' }).waitFor();
    await page.goto('/match?demand=project:nonsense');
    await page.getByText('没有这个编号的条目').waitFor();
    here.problems = here.problems.filter((p) => !p.includes('status of 4'));
  });

  for (const address of [
    '/match',
    `${desk}&open=org:zju,org:nimte&pick=org:zju,org:nimte`,
    '/match?text=木业&region=region:331100&kinds=HOSPITAL',
    `/match/sheet?demand=${project}&partner=org:zju`,
  ])
    test(`${address} is accessible`, async () => {
      await here.page.goto(address);
      await here.page.locator('h1').first().waitFor(); // not the page that says it is loading
      await here.page.waitForLoadState('networkidle');
      expect(await accessibilityProblems(here.page)).toEqual([]);
    });
});

describe('match desk in English and in the dark', () => {
  const here = usePage({ language: 'en', dark: true });

  test('words, reasons and sheet are English; it is accessible', async () => {
    const { page } = here;
    await page.goto(`${desk}&open=org:zju&pick=org:zju,org:nimte`);
    await page.getByRole('heading', { name: 'Partners (16)' }).waitFor();
    await page.getByText('no tie with the home region is on record').first().waitFor();
    await page.waitForLoadState('networkidle');
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.getByRole('link', { name: 'Sheet to print: Zhejiang University', exact: true }).click();
    await page.getByRole('heading', { name: 'Matchmaking sheet' }).waitFor();
    await page.getByText('No. 2 of 16 candidates').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});

describe('match desk on a tablet', () => {
  const here = usePage({ width: 820, height: 1180 });

  test('nothing is wider than the screen', async () => {
    const { page } = here;
    await page.goto(`${desk}&open=org:zju&pick=org:zju,org:nimte`);
    await page.waitForLoadState('networkidle');
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(over).toBeLessThanOrEqual(0);
  });
});
