import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

// Not code, so that no package stands in the bundle for it.
const outlines = `== outlines of provinces, from echarts 4.9.0 (Apache-2.0; its text is this program's own licence)

Apache ECharts (incubating), Copyright 2017-2020 The Apache Software Foundation.
This product includes software developed at The Apache Software Foundation
(http://www.apache.org/). Changed: five provinces, simplified by web/map-outlines.js.
`;

// LICENSE, LICENSE.md, License.txt, LICENCE-MIT …
const legal = /^licen[cs]e/i;

// licences writes THIRD_PARTY.txt: the licence of every package of which code or styles
// are in the bundle.
export function licences(): Plugin {
  const packages = new Set<string>();
  return {
    name: 'licences',
    apply: 'build',
    transform(_code, id) {
      const [, folder] = /^\0?(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id) ?? [];
      if (folder) packages.add(folder);
    },
    generateBundle() {
      const source = [...[...packages].sort().map(licence), outlines].join('\n');
      this.emitFile({ type: 'asset', fileName: 'THIRD_PARTY.txt', source });
    },
  };
}

function licence(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<
    string,
    string
  >;
  const file = readdirSync(folder)
    .sort()
    .find((f) => legal.test(f));
  return `== ${name} ${version} (${license})\n\n${file ? readFileSync(join(folder, file), 'utf8') : ''}`;
}
