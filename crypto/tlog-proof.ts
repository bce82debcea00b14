import { fromBase64, toBase64 } from './base64.ts';
import { verifyCheckpoint, type LogTrust, type VerifiedCheckpoint } from './checkpoint.ts';
import { isHash, leafHash, proofLimit, verifyInclusion, type Hash } from './tlog.ts';

/** C2SP tlog-proof: one entry's inclusion, checkable offline. `extra` is not authenticated by the format. */
export type TlogProof = {
  readonly extra: Uint8Array | undefined;
  readonly index: number;
  readonly hashes: readonly Hash[];
  readonly checkpoint: string;
};

const header = 'c2sp.org/tlog-proof@v1';

export const formatTlogProof = (proof: TlogProof): string =>
  [
    header,
    ...(proof.extra === undefined ? [] : [`extra ${toBase64(proof.extra)}`]),
    `index ${proof.index}`,
    ...proof.hashes.map(toBase64),
    '',
    proof.checkpoint,
  ].join('\n');

/** Reads a `.tlog-proof`; throws RangeError when malformed. Nothing in it is trusted yet. */
export const parseTlogProof = (text: string): TlogProof => {
  const cut = text.indexOf('\n\n');
  if (cut < 0) throw new RangeError('malformed proof');
  const lines = text.slice(0, cut).split('\n');
  if (lines.shift() !== header) throw new RangeError('not a tlog-proof');
  let extra: Uint8Array | undefined;
  if (lines[0]?.startsWith('extra ')) extra = fromBase64(lines.shift()!.slice('extra '.length));
  const match = /^index (0|[1-9]\d{0,15})$/.exec(lines.shift() ?? '');
  if (!match || lines.length > proofLimit) throw new RangeError('malformed proof');
  const hashes = lines.map(fromBase64);
  if (!hashes.every(isHash)) throw new RangeError('malformed proof');
  return { extra, index: Number(match[1]), hashes, checkpoint: text.slice(cut + 2) };
};

/** The verified checkpoint if `entry` is in the log as the proof says; throws RangeError otherwise. */
export const verifyTlogProof = async (
  proof: TlogProof,
  entry: Uint8Array,
  trust: LogTrust,
): Promise<VerifiedCheckpoint> => {
  const checkpoint = await verifyCheckpoint(proof.checkpoint, trust);
  if (!verifyInclusion(proof.index, checkpoint.size, leafHash(entry), proof.hashes, checkpoint.root)) {
    throw new RangeError('the entry is not in the log at this place');
  }
  return checkpoint;
};
