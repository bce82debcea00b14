import { parseNote, parseVerifierKey, toBase64, verifySignatures, type Hash } from '@portico/crypto';

/** One witness that the log asks to cosign its checkpoints (C2SP tlog-witness). */
export type WitnessClient = {
  readonly name: string;
  readonly vkey: string;
  /**
   * Cosignature lines of this witness for the signed checkpoint.
   * @param prove hashes of the consistency proof from the size the witness has seen
   */
  cosign(note: string, prove: (fromSize: number) => Promise<Hash[]>): Promise<string>;
  /** The size the witness last cosigned for this log, asked with a checkpoint that is already published. */
  lastSize(published: string): Promise<number | undefined>;
};

const answerLimit = 20_000;

const sizeIn = (body: string): number => {
  if (!/^(0|[1-9]\d{0,15})\n$/.test(body)) throw new Error('the witness answered no size');
  return Number(body);
};

/** @param url submission prefix of the witness, without a slash at the end */
export const createWitnessClient = (url: string, vkey: string, timeoutMs = 2_000): WitnessClient => {
  const key = parseVerifierKey(vkey);
  let seen: number | undefined;

  const post = async (note: string, from: number, proof: readonly Hash[]): Promise<Response> =>
    fetch(`${url}/add-checkpoint`, {
      method: 'POST',
      body: `old ${from}\n${proof.map((hash) => `${toBase64(hash)}\n`).join('')}\n${note}`,
      signal: AbortSignal.timeout(timeoutMs),
      redirect: 'error',
    });

  const bodyOf = async (response: Response): Promise<string> => {
    const text = await response.text();
    if (text.length > answerLimit) throw new Error('the witness answered too much');
    return text;
  };

  return {
    name: key.name,
    vkey,
    lastSize: async (published) => {
      const response = await post(published, 0, []);
      if (response.status === 409) {
        seen = sizeIn(await bodyOf(response));
      } else if (response.status === 200) seen = Number(published.split('\n')[1]);
      return seen;
    },
    cosign: async (note, prove) => {
      let response = await post(note, seen ?? 0, await prove(seen ?? 0));
      if (response.status === 409) {
        // The witness names the size it has seen; one more try from there.
        const size = sizeIn(await bodyOf(response));
        seen = size;
        response = await post(note, size, await prove(size));
      }
      if (response.status !== 200) throw new Error(`the witness answered ${response.status}`);
      const lines = await bodyOf(response);
      const verified = await verifySignatures(parseNote(note + lines), [key]);
      if (verified.length !== 1) throw new Error('the witness did not sign');
      seen = Number(note.split('\n')[1]);
      return lines;
    },
  };
};
