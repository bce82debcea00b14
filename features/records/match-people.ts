import { AppError } from '#platform/errors.ts';
import type { Tx } from '#platform/db/pool.ts';
import { statement } from '#platform/db/statement.ts';
import type { Sealer } from '#platform/kms/sealer.ts';
import type { PatientSummary } from './contract.ts';
import { parseExact } from './exact-json.ts';
import { personFacts } from './intake/describe.ts';
import { nameForms, normalName, personTokens, plainNumber } from './intake/person-tokens.ts';
import { openRow } from './open-rows.ts';
import type { FhirResource } from './read/elements.ts';
import { readPerson, type Address } from './read/person.ts';
import * as sql from './store.ts';

/** One row of a clerk's list. `birthDate` is YYYY-MM-DD. */
export type WantedPerson = { familyName: string; givenName: string; birthDate: string; mrn: string };
/** Somebody in the directory; `recordId` is the row that was read, for the log. */
export type MatchedPerson = { patientId: string; recordId: string };

/** What the desk needs of a person for a letter. */
export type PersonOnFile = {
  name: string;
  birthDate: string | null;
  mrn: string | null;
  language: string | null;
  deceased: boolean;
  /** Lines of a postal address that is in use; none when the record has none. */
  address: string[];
  /** E-mail addresses of the people whom the record names beside her, a parent's for one; lower case. */
  othersEmails: string[];
};

const page = 200;
/** People whom the tokens of one list may meet. More is no list of a clinic: nobody is then matched by half a look. */
const metLimit = 2_000;

const findPeople = statement({
  name: 'records.matchPeople',
  text: `select t.token, r.id, r.patient_id, r.sealed, h.version, h.deleted, h.mac
    from records.patient_token t join records.patient r on r.patient_id = t.patient_id ${sql.withHead}
    where t.kind = $1 and t.token = any($2) limit ${metLimit + 1}`,
  params: ['text', 'bytea[]'],
  columns: { token: 'bytea', ...sql.sealedRow },
});

type Found = MatchedPerson & { token: string; summary: PatientSummary };

const sameWord = (one: string | null, other: string | null): boolean => {
  const first = (text: string | null) => normalName((text ?? '').trim().split(/\s+/)[0] ?? '');
  return first(one) !== '' && first(one) === first(other);
};

const sharesFamily = (wanted: string, summary: PatientSummary): boolean => {
  const forms = new Set(nameForms(summary.familyName ?? summary.name));
  return nameForms(wanted).some((form) => forms.has(form));
};

/** By number: the birth date must be the record's, and one of the names. A number with a slip finds nobody. */
const isSameByNumber = (wanted: WantedPerson, { summary }: Found): boolean =>
  summary.birthDate === wanted.birthDate &&
  (sharesFamily(wanted.familyName, summary) || sameWord(wanted.givenName, summary.givenName));

/** By name: family name and birth date are in the token; a given name, where the list has one, must fit. Twins! */
const isSameByName = (wanted: WantedPerson, { summary }: Found): boolean =>
  summary.birthDate === wanted.birthDate &&
  (wanted.givenName.trim() === '' || sameWord(wanted.givenName, summary.givenName));

const livingAddress = (addresses: readonly Address[]): string[] => {
  const usable = addresses.filter(({ isFormer, use, lines }) => !isFormer && use !== 'billing' && lines.length > 0);
  return (usable.find(({ use }) => use === 'home') ?? usable[0])?.lines.slice(0, 5) ?? [];
};

export const createPeopleMatcher = ({ sealer }: { sealer: Sealer }) => {
  const tokens = personTokens(sealer);

  const find = async (tx: Tx, kind: string, wanted: readonly Buffer[]): Promise<Found[]> => {
    if (wanted.length === 0) return [];
    const rows = await tx.all(findPeople, [kind, wanted]);
    if (rows.length > metLimit) throw new AppError('invalid', 'Too many people fit this list. Split it.');
    const keys = await sealer.keys(
      rows.map((row) => row.patient_id),
      'records',
    );
    return rows.map((row) => ({
      patientId: row.patient_id,
      recordId: row.id,
      token: row.token.toString('hex'),
      summary: JSON.parse(openRow(keys.get(row.patient_id)!, 'records.patient', row).toString()) as PatientSummary,
    }));
  };

  return {
    /** For each of the wanted (at most 500) the people it fits; row policies of the directory apply. */
    match: async (tx: Tx, wanted: readonly WantedPerson[]): Promise<MatchedPerson[][]> => {
      const authorities = wanted.some(({ mrn }) => mrn !== '') ? await tx.all(sql.listAuthorities) : [];
      const tokensOf = ({ mrn, familyName, birthDate }: WantedPerson): Buffer[] =>
        mrn === ''
          ? nameForms(familyName)
              .slice(0, 1)
              .map((form) => tokens.nameAndBirthDate(form, birthDate).token)
          : authorities.map(({ system }) => tokens.recordNumber(system, plainNumber(mrn)).token);
      const perRow = wanted.map((one) => ({ one, isByName: one.mrn === '', tokens: tokensOf(one) }));
      const [byName, byNumber] = [
        await find(
          tx,
          'name-birth-date',
          perRow.filter((row) => row.isByName).flatMap((row) => row.tokens),
        ),
        await find(
          tx,
          'record-number',
          perRow.filter((row) => !row.isByName).flatMap((row) => row.tokens),
        ),
      ];
      return perRow.map(({ one, isByName, tokens: own }) => {
        const names = new Set(own.map((token) => token.toString('hex')));
        const fits = (isByName ? byName : byNumber).filter(
          (found) => names.has(found.token) && (isByName ? isSameByName : isSameByNumber)(one, found),
        );
        const people = new Map(fits.map(({ patientId, recordId }) => [patientId, { patientId, recordId }]));
        return [...people.values()];
      });
    },
    /** By patient id; whom the caller may not see is left out. */
    onFile: async (tx: Tx, patientIds: readonly string[]): Promise<ReadonlyMap<string, PersonOnFile>> => {
      const people = new Map<string, PersonOnFile>();
      for (let from = 0; from < patientIds.length; from += page) {
        const rows = await tx.all(sql.listDemographics, [patientIds.slice(from, from + page)]);
        // Of rows that exist only: asking for a key makes one.
        const keys = await sealer.keys(
          rows.map((row) => row.patient_id),
          'records',
        );
        for (const row of rows) {
          const opened = openRow(keys.get(row.patient_id)!, 'records.resource', row).toString();
          const { name, birthDate, mrn, language, deceased } = personFacts(JSON.parse(opened) as never).summary;
          const { addresses, contacts } = readPerson(parseExact(opened) as FhirResource);
          const mails = contacts.flatMap(({ phones }) => phones.filter(({ kind }) => kind === 'email'));
          people.set(row.patient_id, {
            name,
            birthDate,
            mrn,
            language,
            deceased,
            address: livingAddress(addresses),
            othersEmails: mails.map(({ value }) => value.trim().toLowerCase()),
          });
        }
      }
      return people;
    },
  };
};
