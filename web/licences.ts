import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const names = ['LICENSE', 'LICENSE.md', 'LICENSE.txt', 'license', 'LICENCE'];

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
      const source = [...packages].sort().map(licence).join('\n');
      this.emitFile({ type: 'asset', fileName: 'THIRD_PARTY.txt', source });
    },
  };
}

function licence(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<
    string,
    string
  >;
  const file = names.map((n) => join(folder, n)).find(existsSync);
  return `== ${name} ${version} (${license})\n\n${file ? readFileSync(file, 'utf8') : ''}`;
}
