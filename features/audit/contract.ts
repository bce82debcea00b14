import * as z from 'zod/mini';
import { route, uuid } from '#platform/contract.ts';

/** "Who saw my record", and the published log that everybody signed in may verify. */
const patientParams = z.strictObject({ patientId: uuid });
/** A tree size or number in a query. */
const count = z.string().check(z.regex(/^(0|[1-9]\d{0,15})$/));
const base64 = z.string();
const size = z.int().check(z.minimum(0));

/** Events on one page. */
export const LOG_PAGE_SIZE = 50;
/** Entries that one answer proves at most. */
export const LOG_PROOF_ENTRIES = 1_000;

/** The page's first call: leaves an entry of its own, which the check below then waits to see. */
export const listMyLog = route({
  id: 'audit.listMyLog',
  method: 'GET',
  path: '/api/patients/:patientId/access-log',
  summary: 'Who saw this record, newest first, as recorded (not yet proven)',
  audience: 'patient',
  resource: 'audit.accessLog',
  action: 'read',
  category: 'access-log',
  patient: 'patientId',
  params: patientParams,
  query: z.strictObject({
    before: z.optional(uuid),
    /** Chosen at random by the browser, disclosed in this look's own entry: an old answer cannot hold it. */
    nonce: z.optional(z.string().check(z.regex(/^[A-Za-z0-9_-]{22,64}$/))),
  }),
  response: z.strictObject({
    /** Of this very request: the check looks for it. */
    requestId: z.string(),
    events: z.array(z.strictObject({ id: uuid, disclosed: base64, exposed: base64 })),
    /** `before` of the next page, or null. */
    next: z.nullable(uuid),
  }),
});

/** A row that does not open under the patient's key: garbage that somebody wrote into the table, or damage. */
const unreadable = z.strictObject({ n: size, unreadable: z.literal(true) });

const shownEvent = z.strictObject({
  n: size,
  disclosed: base64,
  disclosedSalt: base64,
  exposed: base64,
  exposedSalt: base64,
  internalHash: base64,
});

const blockProof = z.strictObject({
  level: size,
  block: size,
  index: size,
  root: base64,
  count: size,
  position: size,
  records: z.array(base64),
  hashes: z.array(base64),
});

/** Everything `verifyMyLog` of @portico/crypto needs. `proof` is null until the log holds an entry of the patient. */
export const proveMyLog = route({
  id: 'audit.proveMyLog',
  method: 'GET',
  path: '/api/patients/:patientId/access-log/proof',
  summary: 'The same events with the proof that none was changed or left out',
  audience: 'patient',
  resource: 'audit.accessLog',
  action: 'read',
  category: 'access-log',
  patient: 'patientId',
  params: patientParams,
  query: z.strictObject({
    /** Entries up to this number were verified before. */
    from: z.optional(count),
    /** Size of the remembered checkpoint, for the consistency proof. */
    size: z.optional(count),
    /** Show the page of events below this number. */
    before: z.optional(count),
    /** `entries`: proof of further entries only, no events. */
    part: z.optional(z.enum(['entries'])),
  }),
  response: z.strictObject({
    log: z.strictObject({ vkey: z.string(), witnesses: z.array(z.string()) }),
    events: z.array(z.union([shownEvent, unreadable])),
    proof: z.nullable(
      z.strictObject({
        checkpoint: z.string(),
        logKey: base64,
        count: size,
        from: size,
        entries: z.array(z.strictObject({ index: size, cmt: base64 })),
        blocks: z.array(blockProof),
        tail: base64,
        hashes: z.array(base64),
        consistency: z.array(base64),
      }),
    ),
  }),
});

const published = {
  method: 'GET',
  audience: 'any',
  resource: 'audit.publicLog',
  action: 'read',
  category: 'log',
  // No health information in it, and monitors come every minute: such a read leaves no entry.
  background: true,
  response: 'bytes',
} as const;

export const readCheckpoint = route({
  ...published,
  id: 'audit.readCheckpoint',
  path: '/log/checkpoint',
  summary: 'The newest signed checkpoint (C2SP tlog-checkpoint)',
});

export const readLogKeys = route({
  ...published,
  id: 'audit.readLogKeys',
  path: '/log/vkeys',
  summary: "Verifier keys: the log's on the first line, its witnesses' below",
});

export const readVerifier = route({
  ...published,
  id: 'audit.readVerifier',
  path: '/log/portico-verify.mjs',
  summary: 'A program of one file that checks downloaded proofs on any computer with Node',
});

const file = z.strictObject({ file: z.string().check(z.maxLength(80)) });

export const readTile = route({
  ...published,
  id: 'audit.readTile',
  path: '/log/tile/:file{.+}',
  summary: 'Hash tiles and entry bundles (C2SP tlog-tiles)',
  params: file,
});

export const readTagIndex = route({
  ...published,
  id: 'audit.readTagIndex',
  path: '/log/index/:file{.+}',
  summary: 'Sorted tags of a sealed block of the log',
  params: file,
});
