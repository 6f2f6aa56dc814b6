import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { usePage } from './browser';
import { cells, downloaded, rows, workbook } from './files';

const told = ['导出时间', '数据版本', '本页链接'];

async function table(page: Page, what: string) {
  const { name, content } = await downloaded(page, `导出 CSV：${what}`);
  expect([...content.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const [header = '', ...body] = rows(content.toString('utf8').slice(1));
  for (const column of told) expect(cells(header)).toContain(column);
  return { name, header: cells(header), body: body.map(cells) };
}

/** The picture as SVG, drawn once more by itself: it must need nothing of the page. */
async function picture(page: Page, what: string) {
  const svg = (await downloaded(page, `导出 SVG：${what}`)).content.toString('utf8');
  for (const part of ['数据版本', '来源：', '本页链接']) expect(svg).toContain(part);
  expect(svg).not.toMatch(/ (class|style|href)=/);
  const size = await page.evaluate(async (text) => {
    const image = new Image();
    image.src = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
    await image.decode();
    return [image.naturalWidth, image.naturalHeight];
  }, svg);
  expect(Math.min(...size)).toBeGreaterThan(200);
  const png = (await downloaded(page, `导出 PNG：${what}`)).content;
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual(size.map((n) => Math.floor(n * 2)));
  return svg;
}

describe('files of the gaps', () => {
  const here = usePage();

  test('the matrix as a table: each figure of the page, with sources, date and link', async () => {
    const { page } = here;
    await page.goto('/gaps?columns=CITY');
    const cell = page.getByRole('button', { name: /^高性能磁性材料，杭州市：/ });
    const supply = /供给 (\d+)/.exec((await cell.textContent()) ?? '')?.[1];
    const shown = await page.locator('tbody th[scope=row]').count();
    const { name, header, body } = await table(page, '供需矩阵');
    expect(name).toMatch(/^供需矩阵-\d{8}\.csv$/);
    expect(body).toHaveLength(shown);
    const row = body.find((r) => r[0] === '高性能磁性材料') ?? [];
    expect(row[header.indexOf('杭州市 供给')]).toBe(supply);
    expect(row[header.indexOf('出处')]).toContain('科技创新发展规划');
    expect(row[header.indexOf('本页链接')]).toContain('columns=CITY');
    const book = workbook((await downloaded(page, '导出 XLSX：供需矩阵')).content);
    expect(book.names).toEqual(['供需矩阵', '说明']);
    expect(book.rows[0]).toBe(shown + 1);
  });

  test('the heat map as a picture', async () => {
    const { page } = here;
    await page.goto('/gaps');
    await page.locator('tbody tr').first().waitFor();
    const svg = await picture(page, '供需矩阵');
    for (const part of ['高性能磁性材料', '浙江省', '供给方 4–10', '科技创新发展规划']) expect(svg).toContain(part);
    expect(svg.match(/#b54700/g)?.length).toBeGreaterThan(0); // wanted, but nobody supplies it
  });

  test('the list of gaps: judgements, suppliers, and the sources of both', async () => {
    const { page } = here;
    await page.goto('/gaps?view=list&severity=SCARCE,NEARBY');
    const total = Number(/共 (\d+) 条/.exec((await page.getByText(/已显示 \d+ 条/).textContent()) ?? '')?.[1]);
    const { header, body } = await table(page, '缺口清单');
    expect(body).toHaveLength(total);
    for (const row of body) expect(row[header.indexOf('出处')]).not.toBe('');
    const book = workbook((await downloaded(page, '导出 XLSX：缺口清单')).content);
    expect(book.names).toEqual(['供需缺口清单', '供给方与出处', '说明']);
    expect(book.rows[1]).toBeGreaterThan(5);
    expect(book.texts).toContain('https://');
  });
});

describe('files of the plan', () => {
  const here = usePage();

  test('projects and platforms as tables with sources, the charts as pictures', async () => {
    const { page } = here;
    await page.goto('/plan');
    const heading = await page.getByRole('heading', { name: /^重点项目 \d+ 个：按领域/ }).textContent();
    const { header, body } = await table(page, '重点项目');
    expect(body).toHaveLength(Number(/\d+/.exec(heading ?? '')?.[0]));
    for (const row of body) expect(row[header.indexOf('来源')]).toContain('临沂市“十四五”科技创新发展规划');
    const svg = await picture(page, heading ?? '');
    expect(svg).toContain('临沂市人民政府');
    const platforms = await page.getByRole('heading', { name: /^创新平台 \d+ 个/ }).textContent();
    const drawn = await picture(page, platforms ?? '');
    for (const part of ['规划、推进、在建', 'url(#']) expect(drawn).toContain(part);
  });

  test('ties: a row each with its sources; as a picture too', async () => {
    const { page } = here;
    await page.goto('/plan');
    const said = await page.getByText(/\d+ 条联系，外地单位/).textContent();
    const { header, body } = await table(page, '与外地的联系');
    expect(body).toHaveLength(Number(/(\d+) 条联系/.exec(said ?? '')?.[1]));
    for (const row of body) expect(row[header.indexOf('出处')]).not.toBe('');
    expect(body.some((row) => row[header.indexOf('状态')] === '仅规划')).toBe(true);
    expect(await picture(page, '临沂与外地的联系：按年份')).toContain('仅规划');
  });

  test('indicators: targets that contradict each other both have a row, with where they stand', async () => {
    const { page } = here;
    await page.goto('/plan');
    const { header, body } = await table(page, '指标');
    const both = body.filter((row) => row[0] === '每年净增高新技术企业');
    expect(both.map((row) => row[header.indexOf('目标值')]).sort()).toEqual(['150', '200']);
    for (const row of both) expect(row[header.indexOf('说法')]).toBe('说法不一');
    const book = workbook((await downloaded(page, '导出 XLSX：指标')).content);
    expect(book.names).toEqual(['规划指标', '说明']);
    expect(book.texts).toContain('三.2');
  });
});

describe('files of the map', () => {
  const here = usePage();

  test('places, entries and ties as tables with sources; the map as a picture', async () => {
    const { page } = here;
    await page.goto('/map?kinds=UNIVERSITY&place=region:320500&at=120.62,31.30,6');
    await page.getByRole('heading', { name: '苏州市' }).waitFor();
    const count = await page.getByRole('row').filter({ hasText: '苏州市' }).getByRole('link').textContent();
    const { header, body } = await table(page, '地图');
    const suzhou = body.find((row) => row[0] === '苏州市') ?? [];
    expect(suzhou[header.indexOf('数量')]).toBe(count);
    expect(suzhou[header.indexOf('出处文件')]).not.toBe('');
    const book = workbook((await downloaded(page, '导出 XLSX：地图')).content);
    expect(book.names).toEqual(['各市数量', '条目', '临沂与外地的联系', '说明']);
    for (const text of ['苏州大学', 'https://ror.org/', 'Apache ECharts']) expect(book.texts).toContain(text);
    const svg = await picture(page, '地图');
    for (const part of ['苏州市', 'at=120.62', 'Apache ECharts', '六边形：产业集群']) expect(svg).toContain(part);
  });
});

describe('files of an entity and of a search', () => {
  const here = usePage();

  test('all relations of an entity, a row each, with sources and link', async () => {
    const { page } = here;
    await page.goto('/entity/org:zju');
    await page.getByRole('navigation', { name: '跳到' }).waitFor();
    const total = (await page.getByRole('navigation', { name: '跳到' }).getByRole('button').allTextContents())
      .map((s) => Number(/\d+$/.exec(s)?.[0]))
      .reduce((a, b) => a + b);
    expect(total).toBeGreaterThan(50);
    const { name, header, body } = await table(page, '关系');
    expect(name).toMatch(/^浙江大学的关系-\d{8}\.csv$/);
    expect(body).toHaveLength(total);
    const branch = body.find((r) => r[1] === '浙江大学山东(临沂)现代农业研究院' && r[0] === '联合') ?? [];
    expect(branch[header.indexOf('来源')]).toContain('http');
    expect(branch[header.indexOf('本页链接')]).toContain('/entity/org');
    const book = workbook((await downloaded(page, '导出 XLSX：关系')).content);
    expect(book.rows[0]).toBe(total + 1);
  });

  test('what a search finds, in its order, with sources and link', async () => {
    const { page } = here;
    await page.goto('/search?q=大学');
    await page
      .getByText(/显示 \d+ 条，共/)
      .first()
      .waitFor();
    const shown = await page.locator('li a[href^="/entity/"]').allTextContents();
    const total = Number(
      /共 (\d+)/.exec(
        (await page
          .getByText(/显示 \d+ 条，共/)
          .first()
          .textContent()) ?? '',
      )?.[1],
    );
    expect(total).toBeGreaterThan(100); // more than one question
    const { header, body } = await table(page, '“大学”的搜索结果');
    expect(body).toHaveLength(total);
    expect(body.slice(0, shown.length).map((r) => r[0])).toEqual(shown);
    expect(body[0]?.[header.indexOf('来源链接')]).toMatch(/^http/);
    expect(body[0]?.[header.indexOf('本页链接')]).toContain('/search');
  });
});
