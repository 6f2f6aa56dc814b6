import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Names as somebody would write them who wants to run something in an officer's browser
// or spreadsheet, or to break the page.
export const image = `<img src=x onerror="document.title='pwned'">`;
export const script = `"><script>document.title='pwned'</script>`;
export const formulas = [`=HYPERLINK("http://evil.example/","点击")`, `+1+cmd|' /C calc'!A0`, '-2+3', '@SUM(1,1)'];
export const long = 'W'.repeat(500);
export const rightToLeft = 'جامعة שלום (أ)';
export const title = `<svg onload="document.title='pwned'">`;

const organizations: Record<string, string> = {
  'org:evil-image': image,
  'org:evil-script': script,
  'org:evil-long': long,
  'org:evil-rtl': rightToLeft,
  ...Object.fromEntries(formulas.map((f, i) => [`org:evil-formula-${i}`, f])),
};
export const ids = Object.keys(organizations);
export const project = 'project:evil';
export const website = `http://evil.example/"onmouseover="document.title='pwned'`;

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const csv = (rows: string[][]) => rows.map((r) => r.map(quoted).join(',') + '\r\n').join('');

const sourced = ['document', 'locator', 'known', 'confidence', 'note'];
const source = (note = '') => ['doc:evil', '一', 'STATED', '0.9', note];

/** The shipped tables with hostile rows beside them, in a folder of its own; more: further names. */
export function hostileTables(more: Record<string, string> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'innograph-hostile-'));
  cpSync('../data', folder, { recursive: true, filter: (path) => !path.endsWith('.go') });
  const all = { ...organizations, ...more };
  const relation = (type: string, from: string, to: string, strength = '') => [
    type,
    from,
    to,
    script,
    strength,
    ...source(image),
  ];
  writeFileSync(
    join(folder, 'sources.evil.csv'),
    csv([
      ['document', 'title', 'issuer', 'date', 'url'],
      ['doc:evil', title, script, '2026', website],
    ]),
  );
  writeFileSync(
    join(folder, 'entities.evil.csv'),
    csv([
      ['id', 'kind', 'name', 'name_en', 'aliases', 'region', 'website', 'printed_name', ...sourced],
      ...Object.entries(all).map(([id, name]) => [
        id,
        'UNIVERSITY',
        name,
        '',
        image,
        'region:330100',
        website,
        script,
        ...source(image),
      ]),
      [project, 'KEY_PROJECT', `${image} ${long}`, '', '', 'region:371300', '', '', ...source()],
    ]),
  );
  writeFileSync(
    join(folder, 'relations.evil.csv'),
    csv([
      ['type', 'from', 'to', 'label', 'strength', ...sourced],
      relation('IN_FIELD', project, 'field:mat-magnet'),
      ...Object.keys(all).flatMap((id) => [
        relation('STRONG_IN', id, 'discipline:0805', 'A+'),
        relation('COOPERATES_WITH', id, 'org:lyu'),
        relation('BUILT_BY', project, id),
      ]),
    ]),
  );
  return folder;
}
