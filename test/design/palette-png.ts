// Small PNG files: one byte for each pixel, from the 256 colours that the picture has most of.
import { crc32, deflateSync } from 'node:zlib';
import type { PNG } from 'pngjs';

const maxColors = 256;
const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
};

const parts = (color: number): [number, number, number] => [color >> 16, (color >> 8) & 255, color & 255];

const nearest = (color: number, palette: readonly number[]): number => {
  const [red, green, blue] = parts(color);
  let best = 0;
  let least = Infinity;
  for (const [index, one] of palette.entries()) {
    const [r, g, b] = parts(one);
    const distance = (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
    if (distance < least) [best, least] = [index, distance];
  }
  return best;
};

/** Encodes an opaque picture; colours beyond the 256 most frequent become the nearest of these. */
export const palettePng = ({ width, height, data }: PNG): Buffer => {
  const counts = new Map<number, number>();
  const colorAt = (pixel: number): number => data.readUIntBE(pixel * 4, 3);
  for (let pixel = 0; pixel < width * height; pixel++)
    counts.set(colorAt(pixel), (counts.get(colorAt(pixel)) ?? 0) + 1);
  const palette = [...counts]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, maxColors)
    .map(([color]) => color);
  const indexOf = new Map(palette.map((color, index) => [color, index]));
  const rows = Buffer.alloc((width + 1) * height);
  for (let pixel = 0; pixel < width * height; pixel++) {
    const color = colorAt(pixel);
    const index = indexOf.get(color) ?? nearest(color, palette);
    indexOf.set(color, index);
    rows[Math.floor(pixel / width) * (width + 1) + 1 + (pixel % width)] = index;
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flatMap(parts))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};
