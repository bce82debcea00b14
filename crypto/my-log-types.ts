import type { LogTrust, VerifiedCheckpoint } from './checkpoint.ts';

/** What a patient's check of her own log takes and gives; see my-log.ts. */

/** An event as the server shows it: base64 of exact bytes. */
export type ShownEvent = {
  readonly n: number;
  readonly disclosed: string;
  readonly disclosedSalt: string;
  readonly exposed: string;
  readonly exposedSalt: string;
  readonly internalHash: string;
};

/**
 * An event that the server says it cannot open: its number and place are proven like any other's, its words
 * are not there. Never silent: the page shows a line for it, because a server could hide a look this way.
 */
export type UnreadableEvent = { readonly n: number; readonly unreadable: true };
export type PageEvent = ShownEvent | UnreadableEvent;

export const isUnreadable = <E extends object>(event: E | UnreadableEvent): event is UnreadableEvent =>
  'unreadable' in event;

export type BlockProof = {
  readonly level: number;
  readonly block: number;
  /** Where the block's index leaf stands in the log. */
  readonly index: number;
  readonly root: string;
  readonly count: number;
  readonly position: number;
  readonly records: readonly string[];
  readonly hashes: readonly string[];
};

/** What the server sends for entries `from`+1 .. `from`+entries.length of a patient with `count` entries. */
export type MyLogProof = {
  readonly checkpoint: string;
  readonly logKey: string;
  readonly count: number;
  readonly from: number;
  readonly entries: readonly { readonly index: number; readonly cmt: string }[];
  /** Blocks that cover the log from its start, each without tag N+1. */
  readonly blocks: readonly BlockProof[];
  /** The entries after the last block: a C2SP entry bundle. */
  readonly tail: string;
  /** One multiproof for all entries, index leaves and the tail. */
  readonly hashes: readonly string[];
  /** Consistency with the remembered checkpoint. */
  readonly consistency: readonly string[];
};

/** What the browser keeps between visits. */
export type RememberedLog = {
  readonly v: 1;
  readonly origin: string;
  readonly size: number;
  readonly root: string;
  /** Entries 1..count were verified without a gap. */
  readonly count: number;
  readonly logKeyHash: string;
};

export type MyLogProblem =
  | 'malformed'
  | 'bad-checkpoint'
  | 'rolled-back'
  | 'inconsistent'
  | 'key-changed'
  | 'gap'
  | 'wrong-proof'
  | 'altered'
  | 'missing'
  | 'hidden'
  | 'duplicate'
  | 'not-fresh';

export type MyLogVerdict =
  | {
      readonly ok: true;
      readonly checkpoint: VerifiedCheckpoint;
      readonly remember: RememberedLog;
      /** True once entries 1..N have all been verified, here or before. */
      readonly complete: boolean;
      readonly count: number;
      /** Numbers of events on the page whose words the server did not give. */
      readonly unreadable: readonly number[];
      /** The event as a `.tlog-proof` that anyone can check offline, with its exact bytes as extra data. */
      readonly download: (event: ShownEvent) => string;
    }
  | { readonly ok: false; readonly problem: MyLogProblem; readonly n?: number };

export type MyLogQuestion = {
  readonly trust: LogTrust;
  readonly proof: MyLogProof;
  /** Events on the page; each must be one of the proof's entries. */
  readonly events: readonly PageEvent[];
  readonly remembered?: RememberedLog | undefined;
  /** The page is the newest one: its first event must be number N. */
  readonly newest?: boolean;
  /** Freshness: the random words that this device sent with its look must be among `events`. */
  readonly own?: { readonly nonce: string } | undefined;
};
