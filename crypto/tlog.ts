import { sha256 } from '@noble/hashes/sha2.js';

/**
 * Merkle trees, inclusion and consistency proofs of RFC 6962 section 2.1 (the same in RFC 9162).
 * Proofs are described as the *ranges* of leaves whose subtree hashes they hold, so that whoever
 * stores the tree may fetch those hashes from anywhere; checking them needs no I/O.
 *
 * Sizes and indexes are integers below 2^53. Every hash must be exactly 32 bytes: a shorter one would
 * let two different trees share a root. Size 0: the root is SHA-256 of nothing, no leaf is included in
 * it, and every tree is consistent with it by an empty proof.
 */
export type Hash = Uint8Array;

/** Leaves `from` up to but without `to`. */
export type Range = { readonly from: number; readonly to: number };

export const hashBytes = 32;
/** Longest proof of a tree below 2^53 leaves. */
export const proofLimit = 53;

export const isHash = (value: unknown): value is Hash => value instanceof Uint8Array && value.length === hashBytes;

const prefixed = (prefix: number, a: Uint8Array, b?: Uint8Array): Hash => {
  const bytes = new Uint8Array(1 + a.length + (b?.length ?? 0));
  bytes[0] = prefix;
  bytes.set(a, 1);
  if (b) bytes.set(b, 1 + a.length);
  return sha256(bytes);
};

/** SHA-256(0x00 || entry). */
export const leafHash = (entry: Uint8Array): Hash => prefixed(0, entry);

/** SHA-256(0x01 || left || right); throws on anything but 32-byte hashes. */
export const nodeHash = (left: Hash, right: Hash): Hash => {
  if (!isHash(left) || !isHash(right)) throw new RangeError('a tree hash has 32 bytes');
  return prefixed(1, left, right);
};

/** Root of the tree without leaves. */
export const emptyRoot = (): Hash => sha256(new Uint8Array(0));

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i++) difference |= a[i]! ^ b[i]!;
  return difference === 0;
};

const isSize = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;

/** The largest power of two below `n` (n >= 2): where RFC 6962 splits a tree. */
export const splitPoint = (n: number): number => {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
};

/** Sizes of the perfect subtrees that a range of `n` leaves falls into, left to right. */
export const perfectSizes = (n: number): number[] => {
  const sizes: number[] = [];
  let rest = n;
  while (rest > 0) {
    let size = 1;
    while (size * 2 <= rest) size *= 2;
    sizes.push(size);
    rest -= size;
  }
  return sizes;
};

/** Root over the hashes of consecutive perfect subtrees of falling size, left to right. */
export const foldSubtrees = (hashes: readonly Hash[]): Hash => {
  let root = hashes.at(-1);
  if (!root) return emptyRoot();
  for (let i = hashes.length - 2; i >= 0; i--) root = nodeHash(hashes[i]!, root);
  return root;
};

/** Root over leaf hashes (or over equal perfect subtrees). */
export const rootOf = (hashes: readonly Hash[]): Hash => {
  const subtrees: Hash[] = [];
  let at = 0;
  for (const size of perfectSizes(hashes.length)) {
    let level = hashes.slice(at, at + size);
    at += size;
    while (level.length > 1) {
      const above: Hash[] = [];
      for (let i = 0; i < level.length; i += 2) above.push(nodeHash(level[i]!, level[i + 1]!));
      level = above;
    }
    subtrees.push(level[0]!);
  }
  return foldSubtrees(subtrees);
};

/** Ranges whose hashes prove leaf `index` in a tree of `size`, from its sibling up. */
export const inclusionRanges = (index: number, size: number): Range[] => {
  if (!isSize(size) || !isSize(index) || index >= size) throw new RangeError('no such leaf');
  const ranges: Range[] = [];
  let from = 0;
  let to = size;
  while (to - from > 1) {
    const middle = from + splitPoint(to - from);
    if (index < middle) {
      ranges.push({ from: middle, to });
      to = middle;
    } else {
      ranges.push({ from, to: middle });
      from = middle;
    }
  }
  return ranges.toReversed();
};

/** The root that an inclusion proof leads to, or undefined when the proof has the wrong shape. */
export const rootFromInclusion = (
  index: number,
  size: number,
  leaf: Hash,
  proof: readonly Hash[],
): Hash | undefined => {
  if (!isSize(size) || !isSize(index) || index >= size || !isHash(leaf) || !proof.every(isHash)) return undefined;
  const ranges = inclusionRanges(index, size);
  if (ranges.length !== proof.length) return undefined;
  return ranges.reduce(
    (hash, range, i) => (range.from > index ? nodeHash(hash, proof[i]!) : nodeHash(proof[i]!, hash)),
    leaf,
  );
};

/** True if the leaf hash stands at `index` of the tree with this size and root. */
export const verifyInclusion = (
  index: number,
  size: number,
  leaf: Hash,
  proof: readonly Hash[],
  root: Hash,
): boolean => {
  const computed = rootFromInclusion(index, size, leaf, proof);
  return computed !== undefined && sameBytes(computed, root);
};

/** Ranges whose hashes prove that the tree of `newSize` begins with the tree of `oldSize`. */
export const consistencyRanges = (oldSize: number, newSize: number): Range[] => {
  if (!isSize(oldSize) || !isSize(newSize) || oldSize > newSize) throw new RangeError('sizes out of order');
  const ranges: Range[] = [];
  if (oldSize === 0) return ranges;
  const walk = (from: number, to: number, whole: boolean): void => {
    if (oldSize === to) {
      if (!whole) ranges.push({ from, to });
      return;
    }
    const middle = from + splitPoint(to - from);
    if (oldSize <= middle) {
      walk(from, middle, whole);
      ranges.push({ from: middle, to });
    } else {
      walk(middle, to, false);
      ranges.push({ from, to: middle });
    }
  };
  walk(0, newSize, true);
  return ranges;
};

/** True if the proof shows that the new tree is the old one with leaves appended. */
export const verifyConsistency = (
  oldSize: number,
  newSize: number,
  oldRoot: Hash,
  newRoot: Hash,
  proof: readonly Hash[],
): boolean => {
  if (!isSize(oldSize) || !isSize(newSize) || oldSize > newSize) return false;
  if (!isHash(oldRoot) || !isHash(newRoot) || !proof.every(isHash)) return false;
  if (oldSize === 0) {
    return proof.length === 0 && sameBytes(oldRoot, emptyRoot()) && (newSize > 0 || sameBytes(newRoot, oldRoot));
  }
  if (proof.length !== consistencyRanges(oldSize, newSize).length) return false;
  let next = 0;
  const walk = (from: number, to: number, whole: boolean): [Hash, Hash] => {
    if (oldSize === to) {
      const hash = whole ? oldRoot : proof[next++]!;
      return [hash, hash];
    }
    const middle = from + splitPoint(to - from);
    if (oldSize <= middle) {
      const [was, now] = walk(from, middle, whole);
      return [was, nodeHash(now, proof[next++]!)];
    }
    const [was, now] = walk(middle, to, false);
    const left = proof[next++]!;
    return [nodeHash(left, was), nodeHash(left, now)];
  };
  const [was, now] = walk(0, newSize, true);
  return sameBytes(was, oldRoot) && sameBytes(now, newRoot);
};

const ascending = (indexes: readonly number[], size: number): boolean =>
  indexes.every((index, i) => isSize(index) && index < size && (i === 0 || index > indexes[i - 1]!));

/** Calls back for each maximal range without a known leaf, left to right; `leaf` for each known one. */
const walkKnown = <T>(
  indexes: readonly number[],
  size: number,
  visit: { leaf: (position: number) => T; gap: (range: Range) => T; join: (left: T, right: T) => T },
): T => {
  const walk = (from: number, to: number, first: number, last: number): T => {
    if (first === last) return visit.gap({ from, to });
    if (to - from === 1) return visit.leaf(first);
    const middle = from + splitPoint(to - from);
    let cut = first;
    while (cut < last && indexes[cut]! < middle) cut++;
    const left = walk(from, middle, first, cut);
    return visit.join(left, walk(middle, to, cut, last));
  };
  return walk(0, size, 0, indexes.length);
};

/** Ranges whose hashes, with the leaves at `indexes` (ascending), give the root: one proof for many leaves. */
export const multiproofRanges = (indexes: readonly number[], size: number): Range[] => {
  if (!isSize(size) || !ascending(indexes, size)) throw new RangeError('indexes out of order');
  const ranges: Range[] = [];
  if (size === 0) return ranges;
  walkKnown<void>(indexes, size, {
    leaf: () => undefined,
    gap: (range) => {
      ranges.push(range);
    },
    join: () => undefined,
  });
  return ranges;
};

/** True if every leaf hash stands at its index (ascending) of the tree with this size and root. */
export const verifyMultiproof = (
  leaves: readonly { readonly index: number; readonly hash: Hash }[],
  size: number,
  proof: readonly Hash[],
  root: Hash,
): boolean => {
  const indexes = leaves.map((leaf) => leaf.index);
  if (!isSize(size) || !ascending(indexes, size)) return false;
  if (!leaves.every((leaf) => isHash(leaf.hash)) || !proof.every(isHash)) return false;
  if (size === 0) return proof.length === 0 && sameBytes(root, emptyRoot());
  let next = 0;
  const computed = walkKnown<Hash | undefined>(indexes, size, {
    leaf: (position) => leaves[position]!.hash,
    gap: () => proof[next++],
    join: (left, right) => (left && right ? nodeHash(left, right) : undefined),
  });
  return computed !== undefined && next === proof.length && sameBytes(computed, root);
};

/** The inclusion proof of one of the leaves of a multiproof, from that proof alone; the caller has verified it. */
export const inclusionFromMultiproof = (
  index: number,
  leaves: readonly { readonly index: number; readonly hash: Hash }[],
  size: number,
  proof: readonly Hash[],
): Hash[] => {
  type Found = { hash: Hash; path: Hash[] | undefined };
  let next = 0;
  const found = walkKnown<Found>(
    leaves.map((leaf) => leaf.index),
    size,
    {
      leaf: (position) => {
        const leaf = leaves[position]!;
        return { hash: leaf.hash, path: leaf.index === index ? [] : undefined };
      },
      gap: () => ({ hash: proof[next++]!, path: undefined }),
      join: (left, right) => ({
        hash: nodeHash(left.hash, right.hash),
        path: left.path ? [...left.path, right.hash] : right.path ? [...right.path, left.hash] : undefined,
      }),
    },
  );
  if (!found.path) throw new RangeError('not one of the proven leaves');
  return found.path;
};
