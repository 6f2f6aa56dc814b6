// A made-up graph as tables: twelve hubs with their bodies, names as long as real ones.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const each = 166; // bodies of a hub
const among = 250; // ties among the bodies of a hub

export const hubs = Array.from({ length: 12 }, (_, i) => `org:hub-${i}`);

/** Writes the tables into a folder of its own. */
export function tables() {
  const folder = mkdtempSync(join(tmpdir(), 'innograph-bench-'));
  const source = 'doc:made-up,一,STATED,0.9';
  const entities = [];
  const relations = new Set();
  const kinds = ['UNIVERSITY', 'RESEARCH_INSTITUTE', 'ENTERPRISE', 'HOSPITAL'];
  let seed = 42;
  const random = (n) => (seed = (seed * 48271) % 2147483647) % n;
  hubs.forEach((hub, h) => {
    entities.push(`${hub},UNIVERSITY,临沂市第${h}大学,${source}`);
    for (let i = 0; i < each; i++) {
      const id = `org:body-${h}-${i}`;
      entities.push(`${id},${kinds[i % 4]},临沂市第${h}-${i}研究院,${source}`);
      relations.add(`COOPERATES_WITH,${hub},${id},${source}`);
    }
    for (const before = relations.size; relations.size < before + among;) {
      const [a, b] = [random(each), random(each)];
      if (a < b) relations.add(`COOPERATES_WITH,org:body-${h}-${a},org:body-${h}-${b},${source}`);
    }
  });
  const write = (name, header, rows) => writeFileSync(join(folder, name), [header, ...rows, ''].join('\n'));
  write('sources.csv', 'document,title', ['doc:made-up,made up']);
  write('entities.csv', 'id,kind,name,document,locator,known,confidence', entities);
  write('relations.csv', 'type,from,to,document,locator,known,confidence', relations);
  return folder;
}
