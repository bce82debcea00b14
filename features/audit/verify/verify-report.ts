import type { Pool } from '#platform/db/pool.ts';
import type { AuditSealer } from '../recorder.ts';
import type { LogFiles } from '../log/log-files.ts';
import type { LogKeys } from '../log/log-keys.ts';

/** What can be wrong, each with one sentence for the terminal. */
const sentences = {
  'no-log': 'There is no log in this database.',
  'missing-entry': 'An entry of the log is gone.',
  'changed-entry': 'An entry of the log was changed after it was published.',
  'extra-entry': 'There are entries that the log does not count.',
  'missing-event': 'The event behind an entry was deleted.',
  'changed-event': 'The event behind an entry was changed.',
  'unreadable-event': 'The event behind an entry cannot be read: it was damaged, or was garbage when it was written.',
  'inserted-event': 'An event was put in beside the log.',
  'wrong-number': "A patient's entries are not numbered one after the other.",
  'wrong-tag': "An entry does not carry its patient's tag.",
  'missing-key': "A patient's log key is gone.",
  'wrong-count': "A patient's count does not fit her entries.",
  'wrong-tile': 'A stored hash tile does not fit the entries.',
  'wrong-file': 'A published file is missing or does not fit the entries.',
  'wrong-index': 'The tag index does not fit the entries.',
  'wrong-root': 'The entries do not give the root of the log.',
  'wrong-checkpoint': 'A checkpoint is not signed by the log, or signs another log.',
  truncated: 'The log is shorter than a checkpoint that was already published: entries were cut off or rolled back.',
  'changed-record': 'A record is not as the log says it was last written.',
  'missing-record': 'A record that the log says was written is gone.',
  'extra-record': 'There is a record that no entry of the log wrote.',
  'old-record': 'A record was put back to an older version.',
  'wrong-head': "A record's head does not fit the log.",
} as const;

export type ProblemKind = keyof typeof sentences;

/** Where the first problem is. Ids only. */
export type Place = {
  entry?: number | undefined;
  event?: string | null | undefined;
  file?: string | undefined;
  table?: string | undefined;
  record?: string | undefined;
};

/** Ends a verification: the first thing that does not fit. */
export class Broken extends Error {
  readonly kind: ProblemKind;
  readonly place: Place;
  constructor(kind: ProblemKind, place: Place = {}) {
    super(sentences[kind]);
    this.name = 'Broken';
    this.kind = kind;
    this.place = place;
  }
}

export type VerifyDeps = {
  /** Role `app_sequencer`. */
  pool: Pool;
  sealer: AuditSealer;
  logKeys: LogKeys;
  files: LogFiles;
  /** Size of the published checkpoint; 0 where nothing is published. */
  publishedSize: number;
  /** An empty folder for rebuilding the tag index. */
  rebuilt: LogFiles;
  onProgress?: ((done: number, size: number) => void) | undefined;
  /** Events already looked into: unreadable or beside the log, and no news. */
  known: ReadonlySet<string>;
  /** What spoils one event and nothing else: noted, and the verification goes on. */
  noted: Broken[];
};

/** Notes a problem of one event, unless it is known; at most 1,000 are kept. */
export const note = (deps: VerifyDeps, problem: Broken): void => {
  if (!deps.known.has(problem.place.event ?? '') && deps.noted.length < 1_000) deps.noted.push(problem);
};

export type VerifyReport =
  | {
      ok: true;
      size: number;
      root: string;
      events: number;
      patients: number;
      records: number | undefined;
      witnesses: string[];
    }
  | {
      ok: false;
      kind: ProblemKind;
      sentence: string;
      place: Place;
      /** Further events with a problem of their own. All else fits when `restFits`. */
      others: { sentence: string; place: Place }[];
      restFits: boolean;
    };
