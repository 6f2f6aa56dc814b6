import { describe, expect, test } from 'vitest';
import { usePage } from './browser';

describe('how the match desk reads a demand', () => {
  const here = usePage();

  test('a demand without a field is told to rest on ties alone, on the sheet too', async () => {
    const { page } = here;
    await page.goto('/match?text=qqqq');
    await page.getByRole('note').filter({ hasText: '没有从需求中识别出技术领域' }).waitFor();
    expect(await page.getByRole('heading', { level: 3 }).count()).toBeGreaterThan(0);
    await page.goto('/match/sheet?text=qqqq&partner=org:zju');
    await page.getByText('没有从需求中识别出技术领域').waitFor();
  });

  test('whose field is unknown is judged by its region, with a word of warning on the sheet too', async () => {
    const { page } = here;
    await page.goto('/match?demand=org:tianyuan');
    const warning = '图谱中没有它的领域记载';
    await page.getByRole('note').filter({ hasText: warning }).waitFor();
    await page.goto('/match/sheet?demand=org:tianyuan&partner=org:zju');
    await page.getByText(warning).waitFor();
    await page.goto('/match?demand=org:luoxin');
    await page.getByRole('heading', { level: 3 }).first().waitFor();
    expect(await page.getByText('领域记载').count()).toBe(0);
  });
});
