import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import {
  fromBase64,
  isHash,
  parseCheckpoint,
  parseNote,
  parseVerifierKey,
  sameBytes,
  verifyCheckpoint,
  verifyConsistency,
  type Checkpoint,
  type Hash,
} from '@portico/crypto';
import { cosign } from '../log/signer.ts';

/**
 * A minimal C2SP witness: remembers the newest checkpoint of each log it knows, and cosigns another only
 * after a consistency proof from it. Run it on another host, by other people: it is what makes a log
 * that was rolled back, forked or cut off visible to everybody.
 */
export type WitnessAnswer = { status: number; body: string; contentType?: string };

export type Witness = {
  readonly vkey: string;
  /** Answers the body of a `POST add-checkpoint`. */
  addCheckpoint(body: string): Promise<WitnessAnswer>;
};

export type WitnessOptions = {
  /** Ed25519 seed and verifier key (signature type 4) of the witness. */
  seed: Buffer;
  vkey: string;
  /** Verifier keys of the logs it watches; a log's origin is its key's name. */
  logs: readonly string[];
  /** Holds one small file per log. */
  folder: string;
  now?: () => Date;
};

const proofLimit = 63;

type Request = { oldSize: number; proof: Hash[]; note: string };

const parseRequest = (body: string): Request => {
  const cut = body.indexOf('\n\n');
  if (cut < 0) throw new RangeError('malformed request');
  const [first = '', ...lines] = body.slice(0, cut).split('\n');
  const match = /^old (0|[1-9]\d{0,15})$/.exec(first);
  if (!match || lines.length > proofLimit) throw new RangeError('malformed request');
  const proof = lines.map(fromBase64);
  if (!proof.every(isHash)) throw new RangeError('malformed request');
  return { oldSize: Number(match[1]), proof, note: body.slice(cut + 2) };
};

const sizeAnswer = (size: number): WitnessAnswer => ({
  status: 409,
  body: `${size}\n`,
  contentType: 'text/x.tlog.size',
});
const answer = (status: number, words: string): WitnessAnswer => ({ status, body: `${words}\n` });

/** Opens a witness over its folder. */
export const openWitness = async (options: WitnessOptions): Promise<Witness> => {
  await mkdir(options.folder, { recursive: true, mode: 0o700 });
  const logs = new Map(options.logs.map((vkey) => [parseVerifierKey(vkey).name, parseVerifierKey(vkey)]));
  const now = options.now ?? (() => new Date());
  // Check and store are one step: requests wait for each other.
  let turn: Promise<unknown> = Promise.resolve();

  const fileOf = (origin: string): string =>
    path.join(options.folder, `${Buffer.from(origin).toString('hex')}.checkpoint`);

  const findLast = async (origin: string): Promise<Checkpoint | undefined> => {
    try {
      return parseCheckpoint(await readFile(fileOf(origin), 'utf8'));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  };

  const store = async (origin: string, text: string): Promise<void> => {
    const target = fileOf(origin);
    const temporary = `${target}.${randomBytes(6).toString('hex')}`;
    const handle = await open(temporary, 'wx', 0o600);
    await handle.writeFile(text);
    await handle.sync();
    await handle.close();
    await rename(temporary, target);
    const folder = await open(options.folder, 'r');
    await folder.sync();
    await folder.close();
  };

  const add = async (body: string): Promise<WitnessAnswer> => {
    let request: Request;
    let text: string;
    let origin: string;
    try {
      request = parseRequest(body);
      ({ text } = parseNote(request.note));
      ({ origin } = parseCheckpoint(text));
    } catch {
      return answer(400, 'malformed request');
    }
    const key = logs.get(origin);
    if (!key) return answer(404, 'unknown log');
    let checkpoint: Checkpoint;
    try {
      checkpoint = await verifyCheckpoint(request.note, { origin, logKeys: [key], witnessKeys: [] });
    } catch {
      return answer(403, 'not signed by the log');
    }
    if (request.oldSize > checkpoint.size) return answer(400, 'the old size is above the new one');
    const last = await findLast(origin);
    if (request.oldSize !== (last?.size ?? 0)) return sizeAnswer(last?.size ?? 0);
    if (last && last.size === checkpoint.size && !sameBytes(last.root, checkpoint.root)) return sizeAnswer(last.size);
    if (!isConsistent(last, checkpoint, request.proof)) return answer(422, 'no proof of consistency');
    await store(origin, text);
    return { status: 200, body: cosign(options.seed, options.vkey, text, now()) };
  };

  return {
    vkey: options.vkey,
    addCheckpoint: (body) => {
      const next = turn.then(() => add(body));
      turn = next.catch(() => undefined);
      return next;
    },
  };
};

const isConsistent = (last: Checkpoint | undefined, next: Checkpoint, proof: readonly Hash[]): boolean =>
  last === undefined || last.size === 0
    ? proof.length === 0
    : verifyConsistency(last.size, next.size, last.root, next.root, proof);
