// Measures graph libraries in headless Chromium with software rendering:
// npm ci && node run.js [LIBRARY…], in web/bench.
import { chromium } from 'playwright-core';
import { createServer } from 'vite';

const libraries = process.argv.slice(2).length
  ? process.argv.slice(2)
  : ['cytoscape', 'cytoscape-texture', 'cytoscape-hide', 'cytoscape-webgl', 'sigma3', 'sigma4', 'g6'];
const sizes = [
  [50, 100],
  [2000, 5000],
  [20000, 50000],
];

const server = await createServer({
  root: import.meta.dirname,
  configFile: false,
  logLevel: 'error',
  server: { host: '127.0.0.1', port: 0 },
});
await server.listen();
const { port } = server.httpServer.address();
const args = ['--disable-gpu', '--enable-unsafe-swiftshader', ...(process.getuid() === 0 ? ['--no-sandbox'] : [])];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args });

console.log(
  '| library | nodes | edges | drawn after | frames per second | 95 % of frames within |\n|---|---|---|---|---|---|',
);
for (const library of libraries) {
  for (const [nodes, edges] of sizes) {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    let told;
    try {
      await page.goto(`http://127.0.0.1:${port}/draw.html?with=${library}&nodes=${nodes}&edges=${edges}`);
      await page.waitForFunction(() => 'result' in globalThis, undefined, { timeout: 60_000 });
      const r = await Promise.race([
        page.evaluate(() => globalThis.result),
        new Promise((_, no) => setTimeout(() => no(new Error('more than 60 s')), 60_000)),
      ]);
      told = `${(r.first / 1000).toFixed(1)} s | ${r.fps.toFixed(0)} | ${r.worst.toFixed(0)} ms`;
    } catch (e) {
      told = `– | – | ${String(e.message).split('\n')[0]}`;
    }
    console.log(`| ${library} | ${nodes} | ${edges} | ${told} |`);
    await page.close();
  }
}
await browser.close();
await server.close();
