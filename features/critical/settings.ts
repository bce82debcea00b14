import { AppError } from '#platform/errors.ts';
import { bind, type RowOf } from '#platform/db/statement.ts';
import type { Sealer } from '#platform/kms/sealer.ts';
import { reads, writes, type Handler } from '#platform/operation.ts';
import { criticalLimitsReviewed } from '#features/records/index.ts';
import type { CriticalSettings } from './contract.ts';
import * as contract from './contract.ts';
import { namesOf } from './clinicians.ts';
import * as sql from './store.ts';

type Row = RowOf<typeof sql.readSettings>;
type Clinician = RowOf<typeof sql.listClinicians>;

/** Who answers when the responsible clinician does not. An administrator sets it and sees no chart. */
export const settingsHandlers = ({ sealer }: { sealer: Sealer }): Handler[] => {
  const shown = async (row: Row, rows: readonly Clinician[]): Promise<CriticalSettings> => {
    const names = await namesOf(sealer, rows);
    return {
      deputyAccountId: row.deputy_account,
      answerMinutes: row.answer_minutes,
      recentHours: row.recent_hours,
      usesLimits: row.uses_limits,
      hasDeputy: row.has_deputy,
      clinicians: [...names]
        .map(([accountId, name]) => ({ accountId, name }))
        .toSorted((a, b) => a.name.localeCompare(b.name)),
      limitsReviewed: criticalLimitsReviewed,
    };
  };

  return [
    reads(contract.readSettings, {
      plan: () => ({ also: [bind(sql.readSettings), bind(sql.listClinicians)] }),
      respond: async ({ also }) => shown(also[0]![0] as Row, also[1] as Clinician[]),
    }),
    writes(contract.changeSettings, async (tx, { body }) => {
      const { deputyAccountId, answerMinutes, recentHours, usesLimits } = body;
      const values = [deputyAccountId, answerMinutes, recentHours, usesLimits];
      const { changed } = await tx.get(sql.changeSettings, values);
      if (!changed) {
        const message = 'does not work here as a clinician';
        throw new AppError('invalid', undefined, { fields: [{ path: 'body.deputyAccountId', message }] });
      }
      const detail = `deputy ${deputyAccountId ?? 'nobody'}, ${answerMinutes} minutes, ${recentHours} hours, limits ${usesLimits}`;
      tx.audit({ patientId: null, detail });
      const [[row], clinicians] = await tx.flight([bind(sql.readSettings), bind(sql.listClinicians)]);
      return shown(row!, clinicians);
    }),
  ];
};
