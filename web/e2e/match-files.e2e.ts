import { describe, expect, test } from 'vitest';
import { accessibilityProblems, usePage } from './browser';
import { downloaded, rows, workbook } from './files';

const desk = '/match?text=氢燃料电池液压挖掘机&region=region:330000';
const key = 'innograph:shortlist';

describe('files of the match desk', () => {
  const here = usePage();

  test('the whole list as CSV for Excel, with sources and date', async () => {
    const { page } = here;
    await page.goto(desk);
    const title = page.getByRole('heading', { name: /推荐合作方（共 \d+ 家）/ });
    await title.waitFor();
    const [, total] = /共 (\d+) 家/.exec((await title.textContent()) ?? '') ?? [];
    const { name, content } = await downloaded(page, '导出 CSV：推荐列表');
    expect(name).toMatch(/^合作方推荐 氢燃料电池液压挖掘机-\d{8}\.csv$/);
    expect([...content.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [header, ...body] = rows(content.toString('utf8'));
    expect(body).toHaveLength(Number(total));
    expect(Number(total)).toBeGreaterThan(20); // more than one page was asked for
    for (const column of ['名次', '得分', '推荐理由', '出处', '导出时间', '数据版本', '本页链接'])
      expect(header).toContain(column);
    expect(body[0]).toContain('浙江大学');
    expect(body[0]).toContain('https://ror.org/');
  });

  test('the whole list as XLSX: partners, evidence with sources, about', async () => {
    const { page } = here;
    await page.goto('/match?text=氢燃料电池液压挖掘机、人工智能、现代中药');
    const title = page.getByRole('heading', { name: /推荐合作方（共 \d+ 家）/ });
    await title.waitFor();
    const [, total] = /共 (\d+) 家/.exec((await title.textContent()) ?? '') ?? [];
    const { name, content } = await downloaded(page, '导出 XLSX：推荐列表');
    expect(name).toMatch(/\.xlsx$/);
    const book = workbook(content);
    expect(book.names).toEqual(['合作方', '依据与出处', '说明']);
    expect(book.rows[0]).toBe(1 + Number(total));
    // So large that a packer with workers would start one, which the page does not allow.
    expect(book.largest).toBeGreaterThan(160_000);
    for (const text of ['浙江大学', '流体动力与机电系统国家重点实验室', 'https://ror.org/01h0g5x34', '导出时间'])
      expect(book.texts).toContain(text);
  });

  test('shortlist: add, note, export, lose, import', async () => {
    const { page } = here;
    await page.goto(desk);
    await page.getByRole('button', { name: '加入清单：浙江大学', exact: true }).click();
    await page.getByRole('button', { name: '移出清单：浙江大学', exact: true }).waitFor();
    await page.getByRole('link', { name: '备选清单（1）' }).click();
    const note = page.getByRole('textbox', { name: '关于浙江大学的备注' });
    await note.fill('先联系技术转移中心');
    const { name, content } = await downloaded(page, '导出清单文件');
    expect(name).toMatch(/^备选清单-\d{8}\.json$/);
    expect(JSON.parse(content.toString('utf8'))).toMatchObject({
      innograph: 'shortlist',
      version: 1,
      entries: [{ demand: '氢燃料电池液压挖掘机', partner: { id: 'org:zju' }, note: '先联系技术转移中心' }],
    });
    await page.getByRole('button', { name: '把浙江大学移出清单' }).click();
    await page.getByText('清单还是空的').waitFor();
    await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/json', buffer: content });
    await page.getByText('新增 1 条，已有 0 条').waitFor();
    expect(await note.inputValue()).toBe('先联系技术转移中心');
    await page.reload();
    expect(await note.inputValue()).toBe('先联系技术转移中心');
    await page.getByRole('link', { name: '回到对接台' }).click();
    await page.getByRole('button', { name: '移出清单：浙江大学', exact: true }).waitFor();
    await page.goBack();
    await page.getByRole('link', { name: '浙江大学的对接单' }).click();
    await page.getByRole('heading', { name: '产学研对接单' }).waitFor();
  });

  test('shortlist as CSV and XLSX: each partner as it is ranked now, with note and sources', async () => {
    const { page } = here;
    await page.goto(desk);
    await page.getByRole('button', { name: '加入清单：浙江大学', exact: true }).click();
    await page.goto('/match/shortlist');
    await page.getByRole('textbox', { name: '关于浙江大学的备注' }).fill('=1+1');
    const csv = (await downloaded(page, '导出 CSV：备选清单')).content.toString('utf8');
    const [header, row] = rows(csv);
    expect(header).toContain('备注,加入日期,导出时间');
    expect(row).toContain("'=1+1");
    expect(row).toContain('https://ror.org/');
    const { content } = await downloaded(page, '导出 XLSX：备选清单');
    expect(workbook(content).texts).toContain('=1+1');
  });

  test('what is damaged is told and not thrown away; a hostile file is text', async () => {
    const { page } = here;
    await page.goto('/match/shortlist');
    await page.getByText('清单还是空的').waitFor();
    await page.evaluate((k) => {
      localStorage.setItem(k, '{"innograph":"shortlist","version":1,"entr');
    }, key);
    await page.reload();
    await page.getByText('保存的清单有损坏').waitFor();
    const upload = (name: string, text: string) =>
      page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
    await upload('别的.json', '{"a":1}');
    await page.getByText('“别的.json”不是清单文件，或已损坏').waitFor();
    const hostile = '<img src=x onerror="document.title=1">';
    const entry = {
      question: 'text=x',
      demand: hostile,
      partner: { id: 'org:x', kind: 'UNIVERSITY', name: hostile, nameEn: null },
      note: hostile,
      date: '2026-11-30T00:00:00Z',
    };
    await upload('清单.json', JSON.stringify({ innograph: 'shortlist', version: 1, entries: [entry, { bad: true }] }));
    await page.getByText('新增 1 条，已有 0 条，读不出来 1 条').waitFor();
    expect(await page.getByRole('link', { name: `高校 ${hostile}`, exact: true }).count()).toBe(1);
    expect(await page.getByRole('main').locator('img[src=x]').count()).toBe(0);
    expect(await page.evaluate((k) => localStorage.getItem(`${k}:damaged`), key)).toContain('"entr');
    expect(await accessibilityProblems(page)).toEqual([]);
  });

  test('an empty shortlist is accessible and says how to begin', async () => {
    await here.page.goto('/match/shortlist');
    await here.page.getByText('在对接台的合作方旁按“加入清单”').waitFor();
    expect(await accessibilityProblems(here.page)).toEqual([]);
  });
});
