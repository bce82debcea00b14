import { foldSubtrees, hashBytes, isHash, perfectSizes, rootOf, type Hash, type Range } from './tlog.ts';

/**
 * C2SP tlog-tiles: how a log's hashes and entries are cut into static files of 256. A tile at level L
 * holds hashes of perfect subtrees of 256^L leaves. Partial tiles exist only at the right edge.
 */
export const tileWidth = 256;
/** Levels a tree below 2^53 can have. */
export const tileLevels = 7;

export type TileKind = number | 'entries';
export type TileName = { readonly kind: TileKind; readonly index: number; readonly width: number };

/** `tile/<L>/<N>[.p/<W>]` or `tile/entries/<N>[.p/<W>]`; N in groups of three digits, all but the last with an x. */
export const tilePath = ({ kind, index, width }: TileName): string => {
  const digits = String(index);
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0');
  const groups = padded.match(/\d{3}/g)!;
  const name = groups.map((group, i) => (i < groups.length - 1 ? `x${group}` : group)).join('/');
  return `tile/${kind}/${name}${width === tileWidth ? '' : `.p/${width}`}`;
};

const pathPattern = /^tile\/(entries|0|[1-6])\/((?:x\d{3}\/){0,4}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/** The tile a path names, or undefined when it is not the one canonical path of a tile. */
export const parseTilePath = (path: string): TileName | undefined => {
  const match = pathPattern.exec(path);
  if (!match) return undefined;
  const name: TileName = {
    kind: match[1] === 'entries' ? 'entries' : Number(match[1]),
    index: Number(match[2]!.replaceAll(/[x/]/g, '')),
    width: match[3] === undefined ? tileWidth : Number(match[3]),
  };
  return name.width <= tileWidth && tilePath(name) === path ? name : undefined;
};

/** Hashes (or entries) that tile `index` of `level` holds in a tree of `size`; 0 when there is none. */
export const widthIn = (level: number, index: number, size: number): number =>
  Math.max(0, Math.min(tileWidth, Math.floor(size / tileWidth ** level) - index * tileWidth));

/** Tiles and bundles of a tree of `size` that a tree of `oldSize` did not have in this width. */
export const tilesBetween = (oldSize: number, size: number): TileName[] => {
  const names: TileName[] = [];
  const add = (kind: TileKind, level: number): void => {
    const oldCount = Math.floor(oldSize / tileWidth ** level);
    const count = Math.floor(size / tileWidth ** level);
    if (count === oldCount) return;
    for (let index = Math.floor(oldCount / tileWidth); index * tileWidth < count; index++) {
      names.push({ kind, index, width: widthIn(level, index, size) });
    }
  };
  add('entries', 0);
  for (let level = 0; level < tileLevels; level++) add(level, level);
  return names;
};

/** A sequence of entries, each after its length in two bytes, big-endian. */
export const encodeBundle = (entries: readonly Uint8Array[]): Uint8Array => {
  const bytes = new Uint8Array(entries.reduce((sum, entry) => sum + 2 + entry.length, 0));
  let at = 0;
  for (const entry of entries) {
    if (entry.length > 0xffff) throw new RangeError('an entry has at most 65535 bytes');
    bytes[at] = entry.length >> 8;
    bytes[at + 1] = entry.length & 0xff;
    bytes.set(entry, at + 2);
    at += 2 + entry.length;
  }
  return bytes;
};

/** Undoes `encodeBundle`; throws RangeError when bytes are left over or missing. */
export const decodeBundle = (bytes: Uint8Array): Uint8Array[] => {
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length) {
    if (at + 2 > bytes.length) throw new RangeError('an entry bundle is cut off');
    const end = at + 2 + bytes[at]! * 256 + bytes[at + 1]!;
    if (end > bytes.length) throw new RangeError('an entry bundle is cut off');
    entries.push(bytes.subarray(at + 2, end));
    at = end;
  }
  return entries;
};

/** A tile's bytes as hashes; throws RangeError when it does not hold whole hashes. */
export const decodeTile = (bytes: Uint8Array): Hash[] => {
  if (bytes.length === 0 || bytes.length % hashBytes !== 0 || bytes.length > tileWidth * hashBytes) {
    throw new RangeError('a tile holds 1 to 256 whole hashes');
  }
  return Array.from({ length: bytes.length / hashBytes }, (_, i) => bytes.subarray(i * hashBytes, (i + 1) * hashBytes));
};

export const encodeTile = (hashes: readonly Hash[]): Uint8Array => {
  const bytes = new Uint8Array(hashes.length * hashBytes);
  hashes.forEach((hash, i) => {
    if (!isHash(hash)) throw new RangeError('a tile holds 32-byte hashes');
    bytes.set(hash, i * hashBytes);
  });
  return bytes;
};

/** Gives the hashes of a tile; `width` is what a tree of the reader's size holds there. */
export type TileReader = (level: number, index: number, width: number) => Promise<readonly Hash[]>;

/** Hash of an RFC 6962 subtree range, from tiles of a tree of `size`. */
export const rangeHash = async ({ from, to }: Range, size: number, read: TileReader): Promise<Hash> => {
  const subtrees: Hash[] = [];
  let at = from;
  for (const leaves of perfectSizes(to - from)) {
    const level = Math.min(tileLevels - 1, Math.floor(Math.log2(leaves) / 8));
    const unit = tileWidth ** level;
    const first = at / unit;
    const index = Math.floor(first / tileWidth);
    const hashes = await read(level, index, widthIn(level, index, size));
    const offset = first - index * tileWidth;
    subtrees.push(rootOf(hashes.slice(offset, offset + leaves / unit)));
    at += leaves;
  }
  return foldSubtrees(subtrees);
};

export type FullTile = {
  readonly level: number;
  readonly index: number;
  readonly hashes: Uint8Array;
  readonly root: Hash;
};

/**
 * The right edge of a growing tree: per level the hashes of the partial tile. Appending gives the
 * tiles that became full. Copy it before a transaction that may fail.
 */
export class TreeEdge {
  #size: number;
  readonly #levels: Hash[][];

  /** @param levels hashes of the partial tile at each level, lowest first */
  constructor(size = 0, levels: readonly (readonly Hash[])[] = []) {
    this.#size = size;
    this.#levels = levels.map((hashes) => [...hashes]);
    for (let level = 0; level < tileLevels; level++) {
      const width = Math.floor(size / tileWidth ** level) % tileWidth;
      if ((this.#levels[level]?.length ?? 0) !== width)
        throw new RangeError(`level ${level} of the edge is not of the size`);
    }
  }

  get size(): number {
    return this.#size;
  }

  copy(): TreeEdge {
    return new TreeEdge(this.#size, this.#levels);
  }

  /** Hashes of the partial tile at `level`. */
  partial(level: number): readonly Hash[] {
    return this.#levels[level] ?? [];
  }

  append(leaf: Hash): FullTile[] {
    const full: FullTile[] = [];
    let hash = leaf;
    for (let level = 0; ; level++) {
      const hashes = (this.#levels[level] ??= []);
      hashes.push(hash);
      if (hashes.length < tileWidth) break;
      hash = rootOf(hashes);
      const index = Math.floor(this.#size / tileWidth ** (level + 1));
      full.push({ level, index, hashes: encodeTile(hashes), root: hash });
      this.#levels[level] = [];
    }
    this.#size += 1;
    return full;
  }

  root(): Hash {
    const subtrees: Hash[] = [];
    for (const hashes of this.#levels.toReversed()) {
      let at = 0;
      for (const size of perfectSizes(hashes.length)) {
        subtrees.push(rootOf(hashes.slice(at, at + size)));
        at += size;
      }
    }
    return foldSubtrees(subtrees);
  }
}
