// Small PNG files: one byte for each pixel. Of colours that nobody can tell apart only the most frequent is kept.
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

const distance = (one: number, other: number): number => {
  const [red, green, blue] = parts(one);
  const [r, g, b] = parts(other);
  return (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2;
};

const nearest = (color: number, palette: readonly number[]): number => {
  let best = 0;
  for (const [index, one] of palette.entries())
    if (distance(one, color) < distance(palette[best]!, color)) best = index;
  return best;
};

/** The fewest steps of blurring by which 256 colours stand for all, the most frequent first. */
const paletteOf = (colors: readonly number[]): number[] => {
  for (let radius = 0; ; radius += 2) {
    const palette: number[] = [];
    for (const color of colors) {
      if (palette.some((one) => distance(one, color) <= radius ** 2)) continue;
      palette.push(color);
      if (palette.length > maxColors) break;
    }
    if (palette.length <= maxColors) return palette;
  }
};

/** Encodes an opaque picture. */
export const palettePng = ({ width, height, data }: PNG): Buffer => {
  const counts = new Map<number, number>();
  const colorAt = (pixel: number): number => data.readUIntBE(pixel * 4, 3);
  for (let pixel = 0; pixel < width * height; pixel++)
    counts.set(colorAt(pixel), (counts.get(colorAt(pixel)) ?? 0) + 1);
  const palette = paletteOf([...counts].toSorted((a, b) => b[1] - a[1]).map(([color]) => color));
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
