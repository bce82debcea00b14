import { AppError } from '../errors.ts';
import { setCapabilityStatement } from './actor.ts';
import { bind, statement, type Bound, type Fields } from './statement.ts';

/**
 * Several callers' statements in one transaction, so that they share one round trip and one durable
 * commit. A group is formed from what is waiting when a connection is free, never by waiting for more.
 * What holds (docs/adr/0017-group-commit.md says why):
 *
 * - each member begins by overwriting the capability, the one setting that the database believes;
 * - nothing is released before ReadyForQuery, that is, before the commit of all;
 * - rows are handed out by counting answers, and the count is proved: each member's first row must be
 *   the capability that this member set;
 * - an error undoes the whole group; then each member runs alone, and the one that failed fails by itself;
 * - a connection that is lost leaves the outcome unknown: nobody is tried again.
 */

/** Weights in one group at most; one row read by its key weighs 1. */
const weightAtMost = 32;
/** A member that no group has taken for this long goes alone: a slow group must not hold the others. */
const patienceMs = 100;
const waitingAtMost = 4_096;

/** A statement that holds up its group for longer than this ends it: then each runs alone, with the usual limits. */
const limitGroup = bind(
  statement({
    name: 'portico.limitGroup',
    text: `select set_config('statement_timeout', '2s', true) || set_config('lock_timeout', '500ms', true) as limits`,
    columns: { limits: 'text' },
  }),
);

export type Member = {
  readonly bounds: readonly Bound[];
  readonly weight: number;
  readonly since: number;
  readonly resolve: (results: unknown[][]) => void;
  readonly reject: (error: unknown) => void;
};

/** `undone`: nothing of it is kept, for certain, so that each member may be tried again. */
export type GroupOutcome = { readonly rows: readonly Fields[][] } | { readonly undone: unknown };

export type GroupDeps = {
  /** One transaction with all of these. Rejects when the outcome is unknown. */
  together: (bounds: readonly Bound[]) => Promise<GroupOutcome>;
  /** One transaction of one member, on a connection that no group uses. */
  alone: (bounds: readonly Bound[]) => Promise<unknown[][]>;
  /** Groups under way at the same time: one connection each. */
  connections: number;
};

export type Groups = {
  /** Resolves after the commit. @param weight 1 to 32: how much of a group it takes */
  join(bounds: readonly Bound[], weight: number): Promise<unknown[][]>;
};

export const createGroups = ({ together, alone, connections }: GroupDeps): Groups => {
  const waiting: Member[] = [];
  let underWay = 0;
  let isCalled = false;
  /** How many left last time: after one, the next does not wait for the end of this turn either. */
  let lastCount = 1;
  let impatient: NodeJS.Timeout | undefined;

  const runAlone = (member: Member): void => {
    alone(member.bounds).then(member.resolve, member.reject);
  };

  const fly = async (members: readonly Member[]): Promise<void> => {
    const isOne = members.length === 1;
    const bounds = isOne ? members[0]!.bounds : [limitGroup, ...members.flatMap((member) => member.bounds)];
    try {
      const outcome = await together(bounds);
      if ('rows' in outcome) handOut(members, outcome.rows, isOne ? 0 : 1);
      // Alone from the start: what failed has failed.
      else if (isOne) members[0]!.reject(outcome.undone);
      else for (const member of members) runAlone(member);
    } catch (error) {
      for (const member of members) member.reject(error);
    }
  };

  const depart = (): void => {
    isCalled = false;
    while (underWay < connections && waiting.length > 0) {
      underWay += 1;
      const members = waiting.splice(0, countOf(waiting));
      lastCount = members.length;
      void fly(members).then(() => {
        underWay -= 1;
        call();
      });
    }
    if (waiting.length > 0) impatient ??= setTimeout(sendTheLate, patienceMs);
  };

  // After the input of this turn of the loop: what arrived together leaves together, and nobody waits for a clock.
  const call = (): void => {
    if (isCalled || waiting.length === 0 || underWay >= connections) return;
    isCalled = true;
    setImmediate(depart);
  };

  const sendTheLate = (): void => {
    impatient = undefined;
    const before = performance.now() - patienceMs;
    while (waiting.length > 0 && waiting[0]!.since <= before) runAlone(waiting.shift()!);
    if (waiting.length > 0) impatient = setTimeout(sendTheLate, patienceMs / 4);
  };

  return {
    join: (bounds, weight) => {
      if (bounds[0]?.statement !== setCapabilityStatement) throw new Error('a member begins with its capability');
      if (waiting.length >= waitingAtMost) return Promise.reject(new AppError('unavailable'));
      return new Promise((resolve, reject) => {
        waiting.push({ bounds, weight, since: performance.now(), resolve, reject });
        if (underWay === 0 && lastCount === 1 && !isCalled) depart();
        else if (underWay < connections) call();
        else impatient ??= setTimeout(sendTheLate, patienceMs);
      });
    },
  };
};

/** How many of those that wait fit into one group: in their order, one at least. */
const countOf = (waiting: readonly Member[]): number => {
  let weight = 0;
  let count = 0;
  while (count < waiting.length && (count === 0 || weight + waiting[count]!.weight <= weightAtMost)) {
    weight += waiting[count]!.weight;
    count += 1;
  }
  return count;
};

/** Gives each member the rows of its own statements, read on its own account: what it cannot read fails it alone. */
const handOut = (members: readonly Member[], rows: readonly Fields[][], from: number): void => {
  let start = from;
  for (const { bounds } of members) {
    if (rows[start]?.[0]?.[0] !== bounds[0]!.values[0]) throw new Error('answers out of step with their questions');
    start += bounds.length;
  }
  if (start !== rows.length) throw new Error('more answers than questions');
  start = from;
  for (const member of members) {
    const first = start;
    start += member.bounds.length;
    try {
      member.resolve(
        member.bounds.map((bound, at) => rows[first + at]!.map((fields) => bound.statement.parse(fields))),
      );
    } catch (error) {
      member.reject(error);
    }
  }
};
