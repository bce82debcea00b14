import { hash } from 'node:crypto';
import type { InputOf } from '#platform/contract.ts';
import { bind } from '#platform/db/statement.ts';
import { newId, type InvitationId } from '#platform/ids.ts';
import type { Context, WriteTx } from '#platform/operation.ts';
import { codeFromBytes, invitationHash, newPrintedName } from '../codes.ts';
import { invitationAt, sealSystem, type Core } from '../core.ts';
import { openInvitation, type Invitation } from '../invitation.ts';
import { validDays } from '../invite.ts';
import { nameToken } from '../sign-in.ts';
import { toConfirm, type MadeLetter, type ReviewedRow, type RowState } from './contract.ts';
import type * as contract from './contract.ts';
import { judgeRows, type Candidate, type Known } from './judge.ts';
import { readLanguage, readRow } from './list-rows.ts';
import { todayAt } from './one-person.ts';
import * as sql from './statements.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** What the portal knows of these people; whom the caller may not see is left out. */
const knowPeople = async (core: Core, tx: WriteTx, patientIds: readonly string[]): Promise<Map<string, Known>> => {
  const onFile = await core.patients.onFile(tx, patientIds);
  const [accounts] = await core.pool.run([bind(sql.listInvitees, [patientIds])]);
  const byId = new Map(accounts.map((row) => [row.patient_id, row]));
  return new Map(
    [...onFile].flatMap(([id, person]) =>
      person.birthDate?.length === 10
        ? [
            [
              id,
              {
                onFile: person,
                accountId: byId.get(id)?.account_id ?? null,
                invitedAt: byId.get(id)?.invited_at ?? null,
              },
            ] as const,
          ]
        : [],
    ),
  );
};

/** Whose sign-in names these e-mail addresses are. */
const ownersOf = async (core: Core, candidates: readonly Candidate[]): Promise<Map<string, string>> => {
  const emails = [...new Set(candidates.flatMap(({ email }) => email ?? []))];
  const byToken = new Map(emails.map((email) => [nameToken(core, email).toString('hex'), email]));
  const [rows] = await core.pool.run([bind(sql.listNames, [emails.map((email) => nameToken(core, email))])]);
  return new Map(rows.map((row) => [byToken.get(row.token.toString('hex'))!, row.account_id]));
};

/** Before any letter: who each row is, and what would become of it. */
export const reviewInvitations = async (
  core: Core,
  tx: WriteTx,
  { body }: InputOf<typeof contract.reviewInvitations>,
): Promise<{ rows: ReviewedRow[] }> => {
  const rows = body.rows.map(readRow);
  const sought = rows.filter(({ problem }) => problem === null);
  const matches = await core.patients.match(tx, sought);
  const found = new Map(sought.map(({ line }, index) => [line, matches[index]!]));
  const people = new Map(matches.flatMap((match) => (match.length === 1 ? [[match[0]!.patientId, match[0]!]] : [])));
  const known = await knowPeople(core, tx, [...people.keys()]);
  const candidates = sought.map(({ line, email, language }) => {
    const match = found.get(line)!;
    const patientId = match.length === 1 ? match[0]!.patientId : null;
    const recorded = readLanguage(known.get(patientId ?? '')?.onFile.language ?? '');
    return { line, patientId, email, language: language ?? recorded ?? 'en' } satisfies Candidate;
  });
  const verdicts = judgeRows(candidates, known, await ownersOf(core, candidates), todayAt(core));
  const byLine = new Map(candidates.map((one) => [one.line, one]));

  for (const { patientId, recordId } of people.values()) tx.audit({ patientId, recordIds: [recordId] });
  if (people.size === 0) tx.audit({ patientId: null, detail: 'nobody found' });
  return {
    rows: rows.map(({ line, problem, email }): ReviewedRow => {
      const one = byLine.get(line);
      const person = known.get(one?.patientId ?? '');
      const several = (found.get(line)?.length ?? 0) > 1;
      const verdict = verdicts.get(line);
      const state: RowState = problem ?? (several ? 'several' : (verdict?.state ?? 'unknown'));
      return {
        line,
        state,
        others: verdict?.others ?? [],
        patient:
          one && person
            ? {
                id: one.patientId!,
                name: person.onFile.name,
                birthDate: person.onFile.birthDate!,
                mrn: person.onFile.mrn,
                hasAddress: person.onFile.address.length > 0,
              }
            : null,
        email,
        language: one?.language ?? 'en',
        invitedAt: person?.invitedAt?.toISOString() ?? null,
      };
    }),
  };
};

/** 100 bits that follow from the browser's secret and a key of ours: neither alone gives a code. */
const codeOf = (core: Core, batch: string, patientId: string): string =>
  codeFromBytes(core.sealer.directoryToken('identity.invitation.code_hash', [batch, patientId], 160));

type Wanted = InputOf<typeof contract.invitePatients>['body']['rows'][number];

/** The letters of a list: each row is judged again, and becomes one letter or none. */
export const invitePatients = async (
  core: Core,
  tx: WriteTx,
  { body }: InputOf<typeof contract.invitePatients>,
  ctx: Context,
): Promise<{ made: MadeLetter[]; refused: { line: number; state: RowState }[] }> => {
  await tx.flight([bind(sql.lockBatch, [hash('sha256', body.batch)])]);
  const rows = body.rows.map((row) => ({ ...row, email: row.email?.toLowerCase() ?? null }));
  const patientIds = [...new Set(rows.map(({ patientId }) => patientId))];
  const codes = new Map(patientIds.map((id) => [id, codeOf(core, body.batch, id)]));
  const known = await knowPeople(core, tx, patientIds);
  const verdicts = judgeRows(rows, known, await ownersOf(core, rows), todayAt(core));
  const hashes = [...codes.values()].map((code) => invitationHash(code));
  const [earlier] = await core.pool.run([bind(sql.listLetters, [ctx.actor.accountId, hashes])]);
  const again = new Map(earlier.filter((row) => row.is_open).map((row) => [row.patient_id, row]));
  const spent = new Set(earlier.filter((row) => !row.is_open).map((row) => row.patient_id));

  const made: MadeLetter[] = [];
  const refused: { line: number; state: RowState }[] = [];
  const fresh: Wanted[] = [];
  for (const row of body.rows) {
    const { state } = verdicts.get(row.line)!;
    const isFirst = !body.rows.some((one) => one.patientId === row.patientId && one.line < row.line);
    const letter = isFirst ? again.get(row.patientId) : undefined;
    if (letter) {
      const holds = await openInvitation(core, letter);
      made.push(letterOf(row, letter.id, holds, codes.get(row.patientId)!, letter.expires_at));
      tx.audit({ patientId: row.patientId, recordIds: [letter.id], detail: 'letter of a list, given again' });
    } else if (spent.has(row.patientId)) refused.push({ line: row.line, state: 'invited' });
    else if (state === 'ready' || (row.confirmed && toConfirm.includes(state))) fresh.push(row);
    else refused.push({ line: row.line, state });
  }
  made.push(...(await insertLetters(core, tx, ctx, fresh, known, codes)));
  if (made.length === 0) tx.audit({ patientId: null, detail: 'no letter made' });
  return { made: made.toSorted((a, b) => a.line - b.line), refused };
};

const letterOf = (row: Wanted, id: string, holds: Invitation, invitation: string, expiresAt: Date): MadeLetter => ({
  line: row.line,
  patientId: row.patientId,
  name: holds.name,
  invitationId: id,
  invitation,
  suggestedName: holds.suggestedName,
  language: holds.language ?? row.language,
  expiresAt: expiresAt.toISOString(),
});

const insertLetters = async (
  core: Core,
  tx: WriteTx,
  ctx: Context,
  rows: readonly Wanted[],
  known: ReadonlyMap<string, Known>,
  codes: ReadonlyMap<string, string>,
): Promise<MadeLetter[]> => {
  const expiresAt = new Date(core.clock.now().getTime() + validDays.patient * dayMs);
  const by = ctx.actor.accountId;
  // In one order for everybody: each insert takes its patient's lock.
  const ordered = rows.toSorted((a, b) => (a.patientId < b.patientId ? -1 : 1));
  const letters = await Promise.all(
    ordered.map(async (row) => {
      const { name, birthDate } = known.get(row.patientId)!.onFile;
      const holds: Invitation = {
        name,
        birthDate,
        suggestedName: row.email ?? newPrintedName(),
        proofing: 'mailed-to-address',
        language: row.language,
      };
      const id = newId<InvitationId>();
      const sealed = await sealSystem(core, invitationAt(id), JSON.stringify(holds));
      const code = codes.get(row.patientId)!;
      return {
        letter: letterOf(row, id, holds, code, expiresAt),
        bound: bind(sql.insertInvitation, [id, invitationHash(code), row.patientId, null, sealed, by, expiresAt, null]),
      };
    }),
  );
  if (letters.length > 0) await tx.flight(letters.map(({ bound }) => bound));
  for (const { letter } of letters)
    tx.audit({ patientId: letter.patientId, recordIds: [letter.invitationId], detail: 'invitation, from a list' });
  return letters.map(({ letter }) => letter);
};
