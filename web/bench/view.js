// Measures the graph view as it is served: frames per second while a made-up graph of
// 2,000 nodes and 5,000 edges is dragged and zoomed, and the time from the click on
// "expand" until a hub of the shipped graph is drawn. Headless Chromium, software
// rendering. make bench-explorer; ROUNDS=3 rounds, of which the median counts.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { hubs, tables } from './tables.js';

const rounds = Number(process.env.ROUNDS ?? 3);
const program = new URL('../../bin/innograph', import.meta.url).pathname;
const args = ['--disable-gpu', ...(process.getuid() === 0 ? ['--no-sandbox'] : [])];

/** @param {string[]} settings */
async function serve(...settings) {
  const child = spawn(program, ['serve', '--listen', '127.0.0.1:0', ...settings], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const address = await new Promise((resolve, reject) => {
    let log = '';
    child.on('exit', () => reject(new Error(`the server ended:\n${log}`)));
    child.stderr.setEncoding('utf8').on('data', (text) => {
      log += text;
      const [, url] = /at (http:\/\/[\d.:]+)\/graphql/.exec(log) ?? [];
      if (url) resolve(url);
    });
  });
  return { address, end: () => child.kill('SIGTERM') };
}

/** @param {number[]} numbers */
const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

// In the page: the events of a hand that drags or turns the wheel, one for each frame.
const moving = async (how) => {
  const box = document.querySelector('[role=img][class*=canvas]');
  const { left, top, width, height } = box.getBoundingClientRect();
  const target = box.querySelector('canvas:last-of-type') ?? box;
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const at = (t) => ({
    // From a corner, where no node is taken along.
    clientX: how === 'drag' ? left + 10 + 150 * (1 - Math.cos(t * 3)) : left + width / 2,
    clientY: how === 'drag' ? top + 10 + 100 * (1 - Math.cos(t * 2)) : top + height / 2,
    bubbles: true,
    cancelable: true,
    button: 0,
    buttons: 1,
  });
  const cy = box._cyreg.cy;
  cy.fit(undefined, 20);
  const [zoom, pan] = [cy.zoom(), { ...cy.pan() }];
  await frame();
  if (how === 'drag') target.dispatchEvent(new MouseEvent('mousedown', at(0)));
  const times = [];
  const start = performance.now();
  let last = start;
  while (last - start < 4000) {
    const t = (last - start) / 1000;
    if (how === 'drag') window.dispatchEvent(new MouseEvent('mousemove', at(t)));
    else target.dispatchEvent(new WheelEvent('wheel', { ...at(0.3), deltaY: Math.sin(t * 3) < 0 ? 40 : -40 }));
    await frame();
    const now = performance.now();
    times.push(now - last);
    last = now;
  }
  if (how === 'drag') window.dispatchEvent(new MouseEvent('mouseup', at(0)));
  times.sort((a, b) => a - b);
  const changed = zoom !== cy.zoom() || pan.x !== cy.pan().x;
  return { fps: (times.length * 1000) / (last - start), slow: times[Math.floor(times.length * 0.95)], changed };
};

async function frames(browser) {
  const folder = tables();
  const server = await serve('--data', folder);
  const openings = hubs.map((id) => `${id}~~500`).join(',');
  const result = { drag: [], zoom: [], drawn: [] };
  let size = '';
  for (let i = 0; i < rounds; i++) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    const begun = Date.now();
    await page.goto(`${server.address}/graph?ids=${hubs.join(',')}&open=${openings}`);
    await page.waitForFunction(
      () => document.querySelector('[role=img][class*=canvas]')?._cyreg?.cy.edges().nonempty(),
      undefined,
      { timeout: 120_000 },
    );
    result.drawn.push((Date.now() - begun) / 1000);
    size = await page.evaluate(() => {
      const { cy } = document.querySelector('[role=img][class*=canvas]')._cyreg;
      return `${cy.nodes().length} nodes, ${cy.edges().length} edges`;
    });
    for (const how of ['drag', 'zoom']) {
      const r = await page.evaluate(moving, how);
      if (!r.changed) throw new Error(`${how} moved nothing`);
      result[how].push(r.fps);
      console.log(`${size}: ${how} ${r.fps.toFixed(0)} frames per second, 95 % within ${r.slow.toFixed(0)} ms`);
    }
    await page.close();
  }
  server.end();
  rmSync(folder, { recursive: true });
  for (const how of ['drag', 'zoom']) console.log(`median ${how}: ${median(result[how]).toFixed(0)} frames per second`);
  console.log(`median until drawn: ${median(result.drawn).toFixed(1)} s`);
}

async function expansion(browser) {
  const server = await serve();
  const all = [];
  for (let i = 0; i < rounds; i++) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    await page.addInitScript(() => localStorage.setItem('innograph:language', 'zh'));
    await page.goto(`${server.address}/graph?ids=org:lyu&node=region:371300`);
    const button = page.getByRole('region', { name: '临沂市' }).getByRole('button', { name: '展开', exact: true });
    await button.waitFor();
    await page.waitForLoadState('networkidle');
    const r = await button.evaluate(async (element) => {
      const { cy } = document.querySelector('[role=img][class*=canvas]')._cyreg;
      const before = cy.nodes().length;
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const begun = performance.now();
      element.click();
      while (cy.nodes().length === before) await frame();
      await frame(); // it is painted then
      const took = performance.now() - begun;
      const asked = performance
        .getEntriesByType('resource')
        .filter((e) => e.startTime >= begun && e.name.includes('graphql'));
      return { took, more: cy.nodes().length - before, api: Math.max(...asked.map((e) => e.duration)) };
    });
    all.push(r.took);
    console.log(
      `expand 临沂市: ${r.more} more nodes after ${r.took.toFixed(0)} ms, of which the API ${r.api.toFixed(0)} ms`,
    );
    await page.close();
  }
  server.end();
  console.log(`median expansion: ${median(all).toFixed(0)} ms`);
}

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args });
await expansion(browser);
await frames(browser);
await browser.close();
