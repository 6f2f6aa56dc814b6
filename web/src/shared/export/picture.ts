import { xml } from './xml';

/** A picture as a file of its own. */
export type Picture = { svg: string; width: number; height: number };

/** What stands around a drawing: a title, what its looks mean, and what it was made from. */
export type Frame = { title: string; legend: { word: string; fill: string }[]; below: string[] };

export type Inks = { text: string; ground: string };

const margin = 16;
const line = 18;
const size = 12;
const family = "system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";

/** The colours of the theme that is on, for what is drawn rather than styled. */
export function inksOf(element: Element): Inks {
  const style = getComputedStyle(element);
  return {
    text: style.getPropertyValue('--mantine-color-text').trim(),
    ground: style.getPropertyValue('--mantine-color-body').trim(),
  };
}

// A Chinese character is about as wide as the font is large, a Latin one half of it.
const wide = (character: string) => (character > '\u2e7f' ? size : size * 0.56);

/** A text in lines that fit the width: SVG breaks none. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let now = '';
  let used = 0;
  for (const character of text) {
    if (used + wide(character) > width) {
      lines.push(now);
      now = '';
      used = 0;
    }
    now += character;
    used += wide(character);
  }
  return [...lines, now];
}

/** Puts a title above a drawing of SVG elements, and below it what it shows and where that comes from. */
export function framed(
  drawing: string,
  inner: { width: number; height: number; viewBox?: string | null },
  { title, legend, below }: Frame,
  { text, ground }: Inks,
): Picture {
  const width = Math.max(480, inner.width) + 2 * margin;
  const top = margin + 28;
  const legendAt = top + inner.height + line;
  const belowAt = legendAt + legend.length * (line + 2);
  const lines = below.flatMap((b) => wrapped(b, width - 2 * margin));
  const height = belowAt + lines.length * line + margin;
  const viewBox = inner.viewBox ? ` viewBox="${xml(inner.viewBox)}"` : '';
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${family}">`,
    `<title>${xml(title)}</title>`,
    `<desc>${xml(below.join('\n'))}</desc>`,
    `<rect width="${width}" height="${height}" fill="${ground}"/>`,
    `<text x="${margin}" y="${margin + 14}" font-size="16" font-weight="600" fill="${text}">${xml(title)}</text>`,
    `<svg x="${margin}" y="${top}" width="${inner.width}" height="${inner.height}"${viewBox}>`,
    drawing,
    '</svg>',
    ...legend.map(({ word, fill }, i) => {
      const y = legendAt + i * (line + 2);
      return (
        `<rect x="${margin}" y="${y - 11}" width="24" height="13" fill="${xml(fill)}" stroke="${text}" stroke-width="0.5"/>` +
        `<text x="${margin + 32}" y="${y}" font-size="${size}" fill="${text}">${xml(word)}</text>`
      );
    }),
    ...lines.map(
      (l, i) => `<text x="${margin}" y="${belowAt + i * line}" font-size="${size}" fill="${text}">${xml(l)}</text>`,
    ),
    '</svg>',
    '',
  ].join('\n');
  return { svg, width, height };
}

// Looks that styles give, and that a file must carry itself.
const looks = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'stroke-dasharray',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
  'paint-order',
];
const left = /^(class|style|href|target|role|tabindex|aria-.*|data-.*|on.*)$/;
const wordless = new Set(['title', 'defs', 'pattern']);

/** The element and what is in it as SVG, with the looks that it has on the page; links are no links there. */
function written(element: Element): string {
  const style = getComputedStyle(element);
  if (style.display === 'none') return '';
  const name = element.localName === 'a' ? 'g' : element.localName;
  const attributes = new Map(
    Array.from(element.attributes)
      .filter((a) => !left.test(a.name))
      .map((a) => [a.name, a.value]),
  );
  if (!wordless.has(name))
    for (const look of looks) {
      const value = style.getPropertyValue(look);
      // A pattern is named by the page's address otherwise.
      if (value && !(look === 'fill' && attributes.get('fill')?.startsWith('url('))) attributes.set(look, value);
    }
  if (/^rgba\(.*, 0\)$/.test(attributes.get('fill') ?? '')) attributes.set('fill', 'none');
  const inside = Array.from(element.childNodes)
    .map((n) => (n instanceof Element ? written(n) : n.nodeType === Node.TEXT_NODE ? xml(n.textContent ?? '') : ''))
    .join('');
  return `<${name}${[...attributes].map(([k, v]) => ` ${k}="${xml(v)}"`).join('')}>${inside}</${name}>`;
}

/** A drawing of the page as a file of its own. */
export function pictureOf(svg: SVGSVGElement, frame: Frame): Picture {
  const inner = { width: svg.clientWidth, height: svg.clientHeight, viewBox: svg.getAttribute('viewBox') };
  return framed(Array.from(svg.children).map(written).join('\n'), inner, frame, inksOf(svg));
}

/** The SVG as a picture of points, twice as fine, within what browsers can draw. */
export async function asPng({ svg, width, height }: Picture): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const scale = Math.min(2, 8000 / Math.max(width, height));
    const canvas = document.createElement('canvas');
    canvas.width = width * scale;
    canvas.height = height * scale;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise<Blob>((resolve, reject) => {
      canvas.toBlob((blob) => {
        if (blob) resolve(blob);
        else reject(new Error('the picture is too large'));
      });
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}
