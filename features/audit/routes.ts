import { hash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { InputOf } from '#platform/contract.ts';
import { AppError, isAppError } from '#platform/errors.ts';
import { bind, type RowOf } from '#platform/db/statement.ts';
import type { Kms } from '#platform/kms/kms.ts';
import { rawBytes, reads, type Handler } from '#platform/operation.ts';
import {
  listMyLog,
  LOG_PAGE_SIZE,
  LOG_PROOF_ENTRIES,
  proveMyLog,
  readCheckpoint,
  readLogKeys,
  readTagIndex,
  readTile,
  readVerifier,
} from './contract.ts';
import { unpackBody } from './event-body.ts';
import { checkpointPath, findPublishedFile, type LogFiles, vkeysPath } from './log/log-files.ts';
import { createLogKeys } from './log/log-keys.ts';
import { buildMyLogProof, coverBounds, sizeOfNote } from './my-log-proof.ts';
import {
  countMyEntries,
  findMyLog,
  listMyEntries,
  listMyEvents,
  listNextEntries,
  listRecentEvents,
  listTagIndexes,
} from './page-store.ts';
import { eventContext, type AuditSealer } from './recorder.ts';

export type AuditHandlerDeps = {
  sealer: AuditSealer;
  kms: Kms;
  files: LogFiles;
  /** Counts entries that do not open. */
  onIncident?: () => void;
};

const base64 = (bytes: Buffer): string => bytes.toString('base64');
const highest = 2 ** 53 - 1;
const verifierPath = path.join(import.meta.dirname, 'standalone/portico-verify.mjs');

/** The patient's page, and the published log for whoever is signed in. */
export const auditHandlers = (deps: AuditHandlerDeps): Handler[] => {
  const keys = createLogKeys(deps.kms);

  const openBody = async (patientId: string, row: { id: string; sealed: Buffer }) => {
    const key = await deps.sealer.key(patientId, 'audit');
    return unpackBody(key.open(eventContext(row.id), row.sealed));
  };

  const shown = async (patientId: string, row: RowOf<typeof listMyEvents>) => {
    const body = await openBody(patientId, row).catch(unlessDamaged);
    if (!body) return { n: row.n, unreadable: true as const };
    return {
      n: row.n,
      disclosed: base64(body.disclosed),
      disclosedSalt: base64(body.disclosedSalt),
      exposed: base64(row.exposed),
      exposedSalt: base64(row.exposed_salt),
      internalHash: base64(hash('sha256', Buffer.concat([body.internalSalt, body.internal]), 'buffer')),
    };
  };

  /** One row that does not open must not take the whole page away. */
  const unlessDamaged = (error: unknown): undefined => {
    if (!(error instanceof RangeError) && !(isAppError(error) && error.kind === 'integrity')) throw error;
    deps.onIncident?.();
    return undefined;
  };

  const publishedFile = async (name: string) => {
    const found = await findPublishedFile(deps.files, name);
    if (!found) throw new AppError('not-found');
    return rawBytes(found.bytes, found.contentType);
  };

  const list = reads(listMyLog, {
    plan: ({ params, query }) => ({
      exposes: bind(findMyLog, [params.patientId]),
      ...(query.nonce === undefined ? {} : { nonce: query.nonce }),
      also: [bind(listRecentEvents, [params.patientId, query.before ?? null, LOG_PAGE_SIZE + 1])],
    }),
    respond: async ({ also, input, ctx }) => {
      const rows = also[0] as RowOf<typeof listRecentEvents>[];
      const page = rows.slice(0, LOG_PAGE_SIZE);
      const events = [];
      for (const row of page) {
        // Nothing here is proven yet: the proof has a line for what cannot be read.
        const body = await openBody(input.params.patientId, row).catch(unlessDamaged);
        if (body) events.push({ id: row.id, disclosed: base64(body.disclosed), exposed: base64(row.exposed) });
      }
      return { requestId: ctx.requestId, events, next: rows.length > page.length ? page.at(-1)!.id : null };
    },
  });

  // The checkpoint that a request is answered for, from its plan to its answer.
  const notes = new WeakMap<object, string>();

  const prove = reads(proveMyLog, {
    weight: 'alone',
    plan: async (input) => {
      const note = (await deps.files.readCheckpoint()) ?? '';
      notes.set(input, note);
      return planProof(input, note === '' ? 0 : sizeOfNote(note));
    },
    respond: async ({ rows, also, input }) => {
      const [[counted], events, entries, indexes] = also as unknown as ProofRows;
      const patientId = input.params.patientId;
      const [vkey = '', ...witnesses] = (await deps.files.readVkeys()) ?? [];
      const log = { vkey, witnesses };
      const mine = rows[0];
      if (!mine || counted.n === 0) return { log, events: [], proof: null };
      const ascending = entries.toSorted((a, b) => a.n - b.n);
      const proof = await buildMyLogProof(deps.files, {
        checkpoint: notes.get(input)!,
        logKey: await keys.open(patientId, mine.version, mine.wrapped),
        count: counted.n,
        entries: ascending,
        from: ascending.length > 0 ? ascending[0]!.n - 1 : counted.n,
        indexes,
        rememberedSize: Number(input.query.size ?? 0),
      });
      return { log, events: await Promise.all(events.map((row) => shown(patientId, row))), proof };
    },
  });

  return [
    list,
    prove,
    reads(readCheckpoint, { plan: () => ({}), respond: () => publishedFile(checkpointPath) }),
    reads(readLogKeys, { plan: () => ({}), respond: () => publishedFile(vkeysPath) }),
    reads(readVerifier, {
      plan: () => ({}),
      respond: async () =>
        rawBytes(await readFile(verifierPath), 'text/javascript; charset=utf-8', 'portico-verify.mjs'),
    }),
    reads(readTile, { plan: () => ({}), respond: ({ input }) => publishedFile(`tile/${input.params.file}`) }),
    reads(readTagIndex, { plan: () => ({}), respond: ({ input }) => publishedFile(`index/${input.params.file}`) }),
  ];
};

type ProofRows = [
  [RowOf<typeof countMyEntries>],
  RowOf<typeof listMyEvents>[],
  RowOf<typeof listMyEntries>[],
  RowOf<typeof listTagIndexes>[],
];

/** What a proof for a log of `size` entries reads: one page of events, or a run of further entries. */
const planProof = ({ params, query }: InputOf<typeof proveMyLog>, size: number) => {
  const id = params.patientId;
  const from = Number(query.from ?? 0);
  const onlyEntries = query.part === 'entries';
  const before = query.before === undefined ? highest : Number(query.before);
  const entries = onlyEntries
    ? bind(listNextEntries, [id, size, from, LOG_PROOF_ENTRIES])
    : // An older page proves itself only; the newest one everything that is new.
      bind(listMyEntries, [id, size, before === highest ? from : highest, before, LOG_PAGE_SIZE, LOG_PROOF_ENTRIES]);
  return {
    exposes: bind(findMyLog, [id]),
    also: [
      bind(countMyEntries, [id, size]),
      bind(listMyEvents, [id, size, before, onlyEntries ? 0 : LOG_PAGE_SIZE]),
      entries,
      bind(listTagIndexes, [size, ...coverBounds(size)]),
    ],
  };
};
