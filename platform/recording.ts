import type { Contract } from './contract.ts';
import type { Tx } from './db/pool.ts';
import type { Bound } from './db/statement.ts';
import type { AuditDraft, AuditPort, Said, WriteTx } from './operation.ts';

/** The patient that a call names, where its contract says which parameter that is. */
export const patientOf = (
  contract: Contract,
  call: { input: { params?: Record<string, unknown> | undefined } },
): string | null => (contract.patient ? ((call.input.params?.[contract.patient] as string | undefined) ?? null) : null);

export type Recorded = { draft: AuditDraft; recordIds: readonly string[] };

/** What a command said about one patient, as a draft of its event. */
export const recorded = (base: AuditDraft, said: Said): Recorded => ({
  draft: {
    ...base,
    patientId: said.patientId,
    purpose: said.purpose ?? base.purpose,
    category: said.category ?? base.category,
    internal: {
      ...base.internal,
      ...(said.detail === undefined ? {} : { detail: said.detail }),
      ...(said.writes === undefined ? {} : { writes: said.writes }),
    },
  },
  recordIds: said.recordIds ?? [],
});

/** A transaction that also collects what its audit events will say. */
export const recording = (tx: Tx, base: AuditDraft): { writeTx: WriteTx; drafts: Recorded[] } => {
  const drafts: Recorded[] = [];
  const writeTx: WriteTx = {
    ...tx,
    audit: (said) => {
      drafts.push(recorded(base, said));
    },
  };
  return { writeTx, drafts };
};

/** The statements that insert a write's events; a command that named none still leaves one. */
export const eventsOf = async (
  audit: AuditPort,
  drafts: Recorded[],
  fallback: AuditDraft,
): Promise<Bound<unknown>[]> => {
  const all = drafts.length > 0 ? drafts : [{ draft: fallback, recordIds: [] }];
  const bounds: Bound<unknown>[] = [];
  for (const { draft, recordIds } of all) bounds.push(...audit.insert(await audit.prepare(draft), recordIds));
  return bounds;
};
