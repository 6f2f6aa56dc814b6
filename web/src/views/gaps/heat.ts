import { xml } from '../../shared/export/xml';
import { isWanted, shadeOf } from './grid';

type Row = { name: string; sub: boolean; cells: { supply: number; demand: number }[]; elsewhere: number };

/** The matrix in words and figures, as it is drawn; need says a demand. */
export type Heat = { columns: string[]; rows: Row[]; need: (n: number) => string; ink: string };

const head = 120;
const names = 230;
const wide = 64;
const high = 26;
const longest = 17; // characters of a name

function short(text: string): string {
  const all = Array.from(text);
  return all.length > longest ? `${all.slice(0, longest - 1).join('')}…` : text;
}

/** The heat map as SVG: what the page shows as a table. */
export function heatMap({ columns, rows, need, ink }: Heat): { svg: string; width: number; height: number } {
  const label = (x: number, y: number, text: string, more: string) =>
    `<text x="${x}" y="${y}" fill="${ink}" font-size="12" ${more}>${xml(short(text))}<title>${xml(text)}</title></text>`;
  const heads = columns.map((c, i) => {
    const x = names + i * wide + wide / 2;
    return label(x, head - 8, c, `transform="rotate(-40 ${x} ${head - 8})"`);
  });
  const lines = rows.flatMap(({ name, sub, cells, elsewhere }, j) => {
    const y = head + j * high;
    const middle = y + high / 2 + 4;
    const drawn = cells.map((cell, i) => {
      const x = names + i * wide;
      const { background, colour } = shadeOf(cell.supply);
      const frame = isWanted(cell) ? ' stroke="#b54700" stroke-width="2"' : '';
      const said = cell.demand > 0 ? `${cell.supply} ${need(cell.demand)}` : String(cell.supply);
      return (
        `<rect x="${x + 1}" y="${y + 1}" width="${wide - 2}" height="${high - 2}" fill="${background}"${frame}/>` +
        `<text x="${x + wide / 2}" y="${middle}" fill="${colour}" font-size="11" text-anchor="middle">${xml(said)}</text>`
      );
    });
    return [
      label(sub ? 18 : 0, middle, name, sub ? '' : 'font-weight="600"'),
      ...drawn,
      `<text x="${names + cells.length * wide + wide / 2}" y="${middle}" fill="${ink}" font-size="11" text-anchor="middle">${elsewhere}</text>`,
    ];
  });
  return {
    svg: [...heads, ...lines].join('\n'),
    width: names + columns.length * wide + 60, // the last head leans out
    height: head + rows.length * high,
  };
}
