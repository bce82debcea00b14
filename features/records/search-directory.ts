import { AppError } from '#platform/errors.ts';
import type { Sealer } from '#platform/kms/sealer.ts';
import { writes, type WriteHandler } from '#platform/operation.ts';
import { DIRECTORY_HITS, searchDirectory as contract, type PatientSummary } from './contract.ts';
import { nameForms, personTokens, plainNumber } from './intake/person-tokens.ts';
import { openRow } from './open-rows.ts';
import * as sql from './store.ts';

type Query = {
  familyName?: string | undefined;
  birthDate?: string | undefined;
  birthYear?: number | undefined;
  mrn?: string | undefined;
};

/**
 * The directory search. It changes nothing but the log: each person shown gets an entry of her own,
 * and a search without hits one without a patient. Answers leave after the commit.
 */
export const searchDirectory = ({ sealer }: { sealer: Sealer }): WriteHandler => {
  const tokens = personTokens(sealer);

  const tokensFor = (query: Query, authorities: readonly string[]): { kind: string; token: Buffer }[] => {
    if (query.mrn !== undefined)
      return authorities.map((system) => tokens.recordNumber(system, plainNumber(query.mrn!)));
    const forms = nameForms(query.familyName ?? '');
    if (query.birthDate !== undefined)
      return forms.slice(0, 1).map((form) => tokens.nameAndBirthDate(form, query.birthDate!));
    return forms.slice(0, 1).map((form) => tokens.soundAndBirthYear(form, String(query.birthYear)));
  };

  return writes(contract, async (tx, { body }) => {
    requireEnough(body);
    const authorities = body.mrn === undefined ? [] : await tx.all(sql.listAuthorities);
    const wanted = tokensFor(
      body,
      authorities.map((row) => row.system),
    );
    const kind = wanted[0]?.kind;
    const rows =
      kind === undefined
        ? []
        : await tx.all(sql.searchPeople, [kind, wanted.map((one) => one.token), DIRECTORY_HITS + 1]);
    const shown = rows.slice(0, DIRECTORY_HITS);
    const keys = await sealer.keys(
      shown.map((row) => row.patient_id),
      'records',
    );
    const hits = shown.map((row) => {
      const summary = JSON.parse(
        openRow(keys.get(row.patient_id)!, 'records.patient', row).toString(),
      ) as PatientSummary;
      return {
        id: row.patient_id,
        name: summary.name,
        birthDate: summary.birthDate,
        mrn: summary.mrn,
        mayOpenResults: row.may_open,
      };
    });
    for (const row of shown) tx.audit({ patientId: row.patient_id, recordIds: [row.id] });
    if (shown.length === 0) tx.audit({ patientId: null, detail: 'nobody found' });
    return { hits: hits.toSorted((a, b) => a.name.localeCompare(b.name)), more: rows.length > DIRECTORY_HITS };
  });
};

/** Never a name alone: it would let anybody page through the directory. */
const requireEnough = (query: Query): void => {
  const byName = query.familyName !== undefined && (query.birthDate !== undefined || query.birthYear !== undefined);
  if (byName || query.mrn !== undefined) return;
  const message = 'Give a family name with a birth date or birth year, or a record number.';
  throw new AppError('invalid', message, { fields: [{ path: 'body', message }] });
};
