import { fromBase64, toBase64 } from './base64.ts';
import { cosignatureType, parseNote, verifySignatures, type VerifierKey } from './signed-note.ts';
import { emptyRoot, isHash, sameBytes, type Hash } from './tlog.ts';

/** C2SP tlog-checkpoint, without extension lines: origin, tree size, root hash. */
export type Checkpoint = { readonly origin: string; readonly size: number; readonly root: Hash };

/** The text that is signed. */
export const formatCheckpoint = ({ origin, size, root }: Checkpoint): string => {
  if (origin === '' || /[\n\r]/.test(origin) || !Number.isSafeInteger(size) || size < 0 || !isHash(root)) {
    throw new RangeError('not a checkpoint');
  }
  return `${origin}\n${size}\n${toBase64(root)}\n`;
};

/** Reads a checkpoint's text; throws RangeError when malformed. Extension lines are refused: ours have none. */
export const parseCheckpoint = (text: string): Checkpoint => {
  const lines = text.split('\n');
  const [origin = '', sizeText = '', rootText = '', end] = lines;
  if (lines.length !== 4 || end !== '' || origin === '') throw new RangeError('malformed checkpoint');
  if (!/^(0|[1-9]\d{0,15})$/.test(sizeText)) throw new RangeError('malformed tree size');
  const size = Number(sizeText);
  const root = fromBase64(rootText);
  if (!Number.isSafeInteger(size) || !isHash(root)) throw new RangeError('malformed checkpoint');
  if (size === 0 && !sameBytes(root, emptyRoot())) throw new RangeError('an empty log has the empty root');
  return { origin, size, root };
};

/** Which log and witnesses a verifier trusts, learnt apart from what it verifies. */
export type LogTrust = {
  readonly origin: string;
  readonly logKeys: readonly VerifierKey[];
  readonly witnessKeys: readonly VerifierKey[];
};

export type VerifiedCheckpoint = Checkpoint & {
  /** Witnesses that cosigned, with the time they state. */
  readonly witnesses: readonly { readonly name: string; readonly keyId: number; readonly atSeconds: number }[];
};

/** A checkpoint that a trusted key of its origin signed; throws RangeError otherwise. */
export const verifyCheckpoint = async (note: string, trust: LogTrust): Promise<VerifiedCheckpoint> => {
  const parsed = parseNote(note);
  const verified = await verifySignatures(parsed, [...trust.logKeys, ...trust.witnessKeys]);
  if (!verified.some(({ key }) => trust.logKeys.includes(key))) throw new RangeError('not signed by the log');
  const checkpoint = parseCheckpoint(parsed.text);
  if (checkpoint.origin !== trust.origin) throw new RangeError('a checkpoint of another log');
  const witnesses = verified
    .filter(({ key }) => key.type === cosignatureType && trust.witnessKeys.includes(key))
    .map(({ key, atSeconds }) => ({ name: key.name, keyId: key.keyId, atSeconds: atSeconds! }));
  return { ...checkpoint, witnesses };
};
