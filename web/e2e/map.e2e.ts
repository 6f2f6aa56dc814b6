import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { accessibilityProblems, usePage } from './browser';

const at = (page: Page) => new URL(page.url()).searchParams.get('at');
const place = (page: Page, id: string) => page.locator(`[data-place="${id}"]`);

/** Where the circle of a place is on the screen. */
async function middle(page: Page, id: string) {
  const box = await place(page, id).locator('circle').nth(1).boundingBox();
  if (!box) throw new Error(`${id} is not drawn`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function apart(page: Page, a: string, b: string) {
  const [p, q] = [await middle(page, a), await middle(page, b)];
  return Math.hypot(p.x - q.x, p.y - q.y);
}

const suzhou = 'region:320500';
const wuxi = 'region:320200';

describe('map', () => {
  const here = usePage();

  test('who is in 苏州: found by name, enlarged, listed; the link restores it', async () => {
    const { page } = here;
    await page.goto('/map');
    await place(page, suzhou).waitFor();
    const before = await apart(page, suzhou, wuxi);
    await page.getByRole('combobox', { name: '找城市' }).fill('苏州');
    await page.getByRole('option', { name: '苏州市' }).click();
    await page.getByRole('heading', { name: '苏州市' }).waitFor();
    await page
      .getByRole('link', { name: '苏州大学', exact: true })
      .or(page.getByText(/显示 \d+ 条，共/))
      .first()
      .waitFor();
    await expect.poll(() => at(page)).toMatch(/^120\.\d+,31\.\d+,5\.00$/);
    await expect.poll(() => apart(page, suzhou, wuxi)).toBeGreaterThan(4.5 * before);
    const address = page.url();
    const there = await middle(page, suzhou);
    await page.goto('/');
    await page.goto(address);
    await page.getByRole('heading', { name: '苏州市' }).waitFor();
    const again = await middle(page, suzhou);
    expect(Math.hypot(again.x - there.x, again.y - there.y)).toBeLessThan(3);
    await page.getByRole('link', { name: '在列表中看全部' }).click();
    await page.waitForURL('**/list?*region=region*320500*');
  });

  test('crowded places come apart: buttons, wheel, keys, dragging, and all is shown again', async () => {
    const { page } = here;
    await page.goto('/map?kinds=UNIVERSITY');
    await place(page, suzhou).waitFor();
    await page.waitForLoadState('networkidle'); // the notes above the map stand there
    const before = await apart(page, suzhou, wuxi);
    const all = await page.locator('[data-place]').count();
    await page.getByRole('button', { name: '放大' }).click();
    await expect.poll(() => apart(page, suzhou, wuxi)).toBeGreaterThan(1.5 * before);
    await page.getByRole('button', { name: '缩小' }).click();
    // The address may hold nothing yet of the way in, so wait for what is drawn.
    await expect.poll(() => apart(page, suzhou, wuxi)).toBeLessThan(1.01 * before);
    await expect.poll(() => at(page)).toBeNull();

    const pointed = await middle(page, suzhou);
    // Not by mouse.wheel: it waits, without limit, for a busy browser to say what it did with the event.
    const turn = { deltaY: -120, clientX: pointed.x, clientY: pointed.y, bubbles: true, cancelable: true };
    for (let i = 0; i < 6; i++) await place(page, suzhou).dispatchEvent('wheel', turn);
    await expect.poll(() => at(page)).toMatch(/,20\.09$/); // all six are drawn
    expect(await apart(page, suzhou, wuxi)).toBeGreaterThan(5 * before);
    // What is under the pointer stays there, to within a pixel of the whole map.
    const now = await middle(page, suzhou);
    expect(Math.hypot(now.x - pointed.x, now.y - pointed.y)).toBeLessThan((await apart(page, suzhou, wuxi)) / before);
    expect(await page.locator('[data-place]').count()).toBeLessThan(all);

    const figure = page.getByRole('group', { name: /^地图：/ });
    const from = { x: now.x - 60, y: now.y - 60 };
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 60, from.y - 30, { steps: 5 });
    await page.mouse.up();
    const slid = async () => {
      const { x, y } = await middle(page, suzhou);
      return Math.hypot(x - now.x - 60, y - now.y + 30);
    };
    await expect.poll(slid).toBeLessThan(3);
    expect(new URL(page.url()).searchParams.get('place')).toBeNull(); // dragging is no choosing

    await figure.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await middle(page, suzhou)).x).toBeLessThan(now.x + 30);
    await page.keyboard.press('0');
    await expect.poll(() => page.locator('[data-place]').count()).toBe(all);
    await page.keyboard.press('+');
    await expect.poll(() => at(page)).toMatch(/,1\.60$/);
    await page.getByRole('button', { name: '全图' }).click();
    await expect.poll(() => at(page)).toBeNull();
  });

  test('names do not cover each other, whole or enlarged', async () => {
    const { page } = here;
    for (const address of ['/map', '/map?at=120.6,31.3,5']) {
      await page.goto(address);
      await place(page, suzhou).waitFor();
      const boxes = await page
        .locator('[data-name]')
        .evaluateAll((all) => all.map((t) => t.getBoundingClientRect().toJSON() as DOMRect));
      expect(boxes.length).toBeGreaterThan(3);
      const covered = boxes.filter((a, i) =>
        boxes.some(
          (b, j) =>
            j < i &&
            Math.min(a.right, b.right) - Math.max(a.left, b.left) > 3 &&
            Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 4,
        ),
      );
      expect(covered).toEqual([]);
    }
  });

  test('what has no place is told by kind, and can be listed', async () => {
    const { page } = here;
    await page.goto('/map?kinds=PLATFORM,KEY_PROJECT,PROGRAMME');
    const note = page.getByText(/来源没有写明所在地的：/);
    await note.waitFor();
    const numbers = ((await note.textContent()) ?? '').match(/\d+/g)?.map(Number) ?? [];
    await note.getByRole('link', { name: '在列表中看' }).click();
    const shown = page.getByText(/已显示 \d+ 条，共 \d+ 条/);
    await shown.waitFor();
    expect(Number(/共 (\d+) 条/.exec((await shown.textContent()) ?? '')?.[1])).toBe(numbers.reduce((a, b) => a + b, 0));
  });
});

describe('accessible', () => {
  for (const [what, settings] of [
    ['light', {}],
    ['dark, English, tablet', { dark: true, language: 'en', width: 820, height: 1180 }],
  ] as const)
    describe(what, () => {
      const here = usePage(settings);
      test('an enlarged map', async () => {
        await here.page.goto('/map?place=region:320500&at=120.62,31.30,6');
        await here.page.getByRole('img', { name: /长三角|Yangtze/ }).waitFor();
        await here.page.waitForLoadState('networkidle');
        expect(await accessibilityProblems(here.page)).toEqual([]);
      });
    });
});
