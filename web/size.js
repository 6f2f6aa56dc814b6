// Says how much a browser fetches before the first page is there, compressed as the server
// does it, and fails where that is more than allowed: node size.js
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const allowed = 250_000;
const first = ['index.html', 'src/views/home/HomeView.tsx'];

/** @type {Record<string, { file: string, css?: string[], imports?: string[] }>} */
const chunks = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'));

const files = new Set(['index.html', 'icon.svg']);
/** @param {string} name */
function add(name) {
  const chunk = chunks[name];
  if (!chunk) throw new Error(`the build has no ${name}`);
  if (files.has(chunk.file)) return;
  files.add(chunk.file);
  for (const css of chunk.css ?? []) files.add(css);
  chunk.imports?.forEach(add);
}
first.forEach(add);

let sum = 0;
for (const file of files) {
  const bytes = gzipSync(readFileSync(`dist/${file}`)).length;
  process.stdout.write(`${String(bytes).padStart(8)}  ${file}\n`);
  sum += bytes;
}
process.stdout.write(`${String(sum).padStart(8)}  first page, compressed; allowed ${allowed}\n`);
process.exitCode = sum > allowed ? 1 : 0;
