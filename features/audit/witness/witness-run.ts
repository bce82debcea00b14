import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { cosignatureType } from '@portico/crypto';
import { newSigningKey } from '../log/signer.ts';
import { serveWitness } from './witness-server.ts';
import { openWitness } from './witness.ts';

export type WitnessSettings = {
  /** Key and checkpoints stand here; made when missing. */
  folder: string;
  /** Name of a new key; ignored where there is one. */
  name: string;
  /** Verifier keys of the logs to watch. */
  logs: readonly string[];
  port: number;
};

type KeyFile = { vkey: string; seed: string };

const loadKey = async (folder: string, name: string): Promise<KeyFile> => {
  const file = path.join(folder, 'witness-key.json');
  try {
    return JSON.parse(await readFile(file, 'utf8')) as KeyFile;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const { seed, vkey } = newSigningKey(name, cosignatureType);
  const made: KeyFile = { vkey, seed: seed.toString('base64') };
  await writeFile(file, JSON.stringify(made), { mode: 0o600, flag: 'wx' });
  return made;
};

/** Starts a witness with a key of its own on a loopback port (a TLS proxy stands before it). */
export const runWitness = async (
  settings: WitnessSettings,
): Promise<{ url: string; vkey: string; close(): Promise<void> }> => {
  await mkdir(settings.folder, { recursive: true, mode: 0o700 });
  const { vkey, seed } = await loadKey(settings.folder, settings.name);
  const witness = await openWitness({
    seed: Buffer.from(seed, 'base64'),
    vkey,
    logs: settings.logs,
    folder: path.join(settings.folder, 'checkpoints'),
  });
  const server = await serveWitness(witness, settings.port);
  return { url: server.url, vkey, close: () => server.close() };
};
