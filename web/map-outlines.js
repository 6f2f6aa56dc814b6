// Writes src/views/map/outlines.json from the outlines of provinces in the npm package
// echarts 4.9.0 (Apache-2.0): npm pack echarts@4.9.0, unpack it, then
// node map-outlines.js PACKAGE/map/json/china.json
import { readFileSync, writeFileSync } from 'node:fs';

const wanted = {
  310000: 'region:310000',
  320000: 'region:320000',
  330000: 'region:330000',
  340000: 'region:340000',
  370000: 'region:370000',
};
const tolerance = 0.02; // degrees, about 2 km: less than a pixel of the map
const smallest = 0.01; // square degrees: smaller islands are left out

const [, , file = 'china.json'] = process.argv;
/** @type {{features: {properties: {id: string}, geometry: {type: string, coordinates: any[], encodeOffsets: any[]}}[]}} */
const china = JSON.parse(readFileSync(file, 'utf8'));

/**
 * A ring as echarts packs it: zigzag differences in 1/1024 degree, one character each.
 * @param {string} packed
 * @param {[number, number]} start
 * @returns {[number, number][]}
 */
function unpack(packed, [x, y]) {
  const ring = /** @type {[number, number][]} */ ([]);
  /** @param {number} code */
  const difference = (code) => ((code - 64) >> 1) ^ -((code - 64) & 1);
  for (let i = 0; i < packed.length; i += 2) {
    x += difference(packed.charCodeAt(i));
    y += difference(packed.charCodeAt(i + 1));
    ring.push([x / 1024, y / 1024]);
  }
  return ring;
}

/** @param {[number, number][]} ring */
const area = (ring) =>
  Math.abs(
    ring.reduce((sum, [x, y], i) => {
      const [nx, ny] = ring[(i + 1) % ring.length] ?? [x, y];
      return sum + x * ny - nx * y;
    }, 0),
  ) / 2;

/**
 * Leaves out what lies within the tolerance of a straight line (Douglas and Peucker 1973).
 * @param {[number, number][]} line
 * @returns {[number, number][]}
 */
function simplify(line) {
  const [a, b] = [line[0], line[line.length - 1]];
  if (!a || !b || line.length < 3) return line;
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  let far = 0;
  let at = 0;
  line.forEach(([x, y], i) => {
    const d =
      length === 0
        ? Math.hypot(x - a[0], y - a[1])
        : Math.abs((b[0] - a[0]) * (a[1] - y) - (a[0] - x) * (b[1] - a[1])) / length;
    if (d > far) [far, at] = [d, i];
  });
  if (far <= tolerance) return [a, b];
  return [...simplify(line.slice(0, at + 1)).slice(0, -1), ...simplify(line.slice(at))];
}

/** @type {Record<string, [number, number][][]>} */
const outlines = {};
for (const { properties, geometry } of china.features) {
  const id = wanted[/** @type {keyof typeof wanted} */ (Number(properties.id))];
  if (!id) continue;
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const offsets = geometry.type === 'Polygon' ? [geometry.encodeOffsets] : geometry.encodeOffsets;
  outlines[id] = polygons
    .flatMap((rings, i) =>
      rings.map((/** @type {string} */ ring, /** @type {number} */ k) => unpack(ring, offsets[i][k])),
    )
    .filter((ring) => area(ring) > smallest)
    .map((ring) => simplify(ring).map(([x, y]) => [Number(x.toFixed(2)), Number(y.toFixed(2))]));
}
writeFileSync('src/views/map/outlines.json', JSON.stringify(outlines) + '\n');
