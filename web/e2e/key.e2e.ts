import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessibilityProblems, launch, newPage } from './browser';
import { program, startServer } from './server';

const folder = mkdtempSync(join(tmpdir(), 'innograph-key-'));
const file = join(folder, 'keys.csv');

const dialog = (page: Page) => page.getByRole('dialog', { name: '请输入访问密钥' });

async function answer(page: Page, key: string) {
  await dialog(page).getByLabel('访问密钥').first().fill(key);
  await dialog(page).getByRole('button', { name: '继续' }).click();
}

describe('a server that asks for a key', () => {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof startServer>>;
  let key = '';
  beforeAll(async () => {
    const made = spawnSync(program, ['key', 'new', '--name', 'e2e', '--file', file], { encoding: 'utf8' });
    key = made.stdout.trim();
    server = await startServer('--api-keys', file, '--documents-only');
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    await server.end();
    rmSync(folder, { recursive: true });
  });

  test('asks for it, says that a wrong one is wrong, and keeps the right one in this tab only', async () => {
    expect(key).toMatch(/^ink_/);
    const problems: string[] = [];
    const page = await newPage(browser, server.address, problems);
    await page.goto('/entity/org:zju');
    await dialog(page).getByText('这台服务器只回答持有密钥的人').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await answer(page, `${key}x`);
    await dialog(page).getByText('服务器没有接受刚才的密钥').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await answer(page, key);
    await page.getByRole('heading', { level: 1, name: '浙江大学' }).waitFor();
    await expect.poll(() => dialog(page).count()).toBe(0);

    await page.reload();
    await page.getByRole('heading', { level: 1, name: '浙江大学' }).waitFor();
    expect(await dialog(page).count()).toBe(0);
    const kept = await page.evaluate(() => JSON.stringify([localStorage, document.cookie, location.href]));
    expect(kept).not.toContain(key);

    const other = await page.context().newPage(); // another tab
    await other.goto('/entity/org:zju');
    await dialog(other).getByText('这台服务器只回答持有密钥的人').waitFor();
    // Refusals are told by the browser itself; nothing else may go wrong.
    expect(problems.filter((p) => !p.includes('401'))).toEqual([]);
    await page.context().close();
  });
});
