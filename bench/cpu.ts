import { readdirSync, readFileSync } from 'node:fs';

/** Processor time in microseconds, user and system together. */
export type CpuUs = number;

/** Of the calling process. */
export const ownCpuUs = (): CpuUs => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

const tickUs = 10_000; // USER_HZ is 100 on every Linux we run on

const parentOf = (pid: number): number => {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
};

/** Nanosecond accounting where the kernel has it, else ticks of 10 ms. */
const cpuUsOf = (pid: number): CpuUs => {
  try {
    const ns = Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]);
    if (ns > 0) return ns / 1_000;
  } catch {
    // No such file on this kernel: the ticks will do.
  }
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * tickUs;
};

/**
 * The postmaster and every process it has now: backends, WAL writer, checkpointer. By process, so that
 * one that ends in between is left out instead of counted as negative.
 * @returns undefined where there is no /proc
 */
export const postgresCpu = (postmasterPid: number): Map<number, CpuUs> | undefined => {
  if (process.platform !== 'linux') return undefined;
  const used = new Map<number, CpuUs>();
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    if (!Number.isInteger(pid)) continue;
    try {
      if (pid === postmasterPid || parentOf(pid) === postmasterPid) used.set(pid, cpuUsOf(pid));
    } catch {
      // It ended while we were looking.
    }
  }
  return used;
};

/** What was used between two readings; a process that is new counts from its start. */
export const usedBetween = (
  before: Map<number, CpuUs> | undefined,
  after: Map<number, CpuUs> | undefined,
): CpuUs | null => {
  if (!before || !after) return null;
  let sum = 0;
  for (const [pid, used] of after) sum += used - (before.get(pid) ?? 0);
  return sum;
};
