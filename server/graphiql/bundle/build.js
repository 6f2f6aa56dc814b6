// Builds the page into a folder from what package-lock.json names: node build.js FOLDER.
// Nothing in the output depends on time, place or machine, so that a check can
// build again and compare.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const out = process.argv[2];

// The fonts that GraphiQL brings have no Chinese, and are 6/7 of its stylesheet.
const withoutFonts = {
  name: 'without-fonts',
  setup: (esbuild) =>
    esbuild.onLoad({ filter: /\.css$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replaceAll(/@font-face\s*{[^}]*}/g, ''),
      loader: 'css',
    })),
};

const { metafile } = await build({
  entryPoints: { graphiql: 'main.jsx' },
  outdir: out,
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  jsx: 'automatic',
  define: { 'process.env.NODE_ENV': '"production"' },
  legalComments: 'none',
  metafile: true,
  plugins: [withoutFonts],
  logLevel: 'warning',
});

mkdirSync(out, { recursive: true });
copyFileSync('index.html', join(out, 'index.html'));
writeFileSync(join(out, 'LICENSES.txt'), licenses(Object.keys(metafile.inputs)));

// licenses holds the licence of every package of which code is in the bundle.
function licenses(inputs) {
  const packages = new Set();
  for (const input of inputs) {
    const [, name] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input) ?? [];
    if (name) packages.add(input.slice(0, input.lastIndexOf(`${name}/`) + name.length));
  }
  return [...packages].sort().map(license).join('\n');
}

function license(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  // LICENSE, LICENSE.md, License.txt, LICENSE-MIT.txt …
  const file = readdirSync(folder).sort().find((f) => /^licen[cs]e/i.test(f));
  const text = file ? readFileSync(join(folder, file), 'utf8') : '';
  return `== ${name} ${version} (${license})\n\n${text}`;
}
