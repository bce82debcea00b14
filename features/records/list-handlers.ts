import { AppError } from '#platform/errors.ts';
import { bind } from '#platform/db/statement.ts';
import type { Sealer } from '#platform/kms/sealer.ts';
import type { SubjectKey } from '#platform/kms/subject-key.ts';
import { reads, storedJson, type Handler, type StoredJson } from '#platform/operation.ts';
import * as contract from './contract.ts';
import { completenessOf, type HeldRow, type SourceRow } from './completeness.ts';
import { listNames, listOf, type ListName } from './lists.ts';
import { openRow, type SealedRow } from './open-rows.ts';
import { withoutBodies } from './read/bodies.ts';
import * as sql from './store.ts';

/** Above every time and id: the first page starts here. */
const beginning = { at: '9999-12-31T23:59:59.999Z', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };

const cursorOf = (text: string | undefined): { at: string; id: string } => {
  if (text === undefined) return beginning;
  const [at = '', id = ''] = text.split('_');
  if (Number.isNaN(Date.parse(at)) || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) {
    throw new AppError('invalid', undefined, {
      fields: [{ path: 'query.cursor', message: 'is not a cursor of this list' }],
    });
  }
  return { at, id };
};

/**
 * Whose rules of timing are about the caller. The role is the one that the transaction checks again
 * (access.enter), so that nobody reads as staff without being it.
 */
export const sideOf = (role: string): 'staff' | 'patient-side' =>
  role === 'patient' || role === 'trusted_person' ? 'patient-side' : 'staff';

/** Areas with records that a choice of timing can hold. */
const canHold = (name: ListName): boolean => ['results', 'documents', 'other'].includes(listOf(name).area);

/** A list answers the stored bytes one after another; only bodies of documents are taken out on the way. */
const listHandler = (of: contract.ListContract, name: ListName, { sealer }: { sealer: Sealer }): Handler => {
  const { area, types, withoutBodies: isWithoutBodies } = listOf(name);
  const pages = types.length === 1 ? sql.listPages.one : sql.listPages.several;
  const kinds = types.length === 1 ? types[0] : types;
  return reads(of, {
    plan: ({ params: { patientId }, query }, { actor }) => {
      const { at, id } = cursorOf(query.cursor);
      const side = canHold(name) ? sideOf(actor.role) : 'staff';
      return {
        exposes: bind(pages[side], [patientId, area, kinds, at, id, contract.PAGE_SIZE]),
        // A first page that is not full is its own count; a later one does not know what came before it.
        also: [
          bind(sql.listSources, [patientId]),
          ...(side === 'staff' ? [] : [bind(sql.listHeld, [patientId, area, types])]),
          ...(query.cursor === undefined ? [] : [bind(sql.countRows, [patientId, area, types])]),
        ],
      };
    },
    respond: async ({ rows, also, input, ctx }) => {
      const isPatientSide = canHold(name) && sideOf(ctx.actor.role) === 'patient-side';
      const [sources = [], ...rest] = also;
      const held = isPatientSide ? (rest.shift() as HeldRow[]) : [];
      const [[all] = []] = rest as { total: number }[][];
      const resources = rows.length === 0 ? [] : openAll(await sealer.key(input.params.patientId, 'records'), rows);
      const last = rows.length === contract.PAGE_SIZE ? rows.at(-1) : undefined;
      const counted = all?.total ?? rows[0]?.total;
      const completeness = completenessOf({
        checkedAt: ctx.clock.now(),
        sources: sources as SourceRow[],
        total: counted === undefined || counted === null ? rows.length : counted - (held[0]?.total ?? 0),
        held,
      });
      const next = last ? `${last.at.toISOString()}_${last.id}` : null;
      return spliced(completeness, isWithoutBodies ? resources.map(withoutBodies) : resources, next);
    },
  });
};

const openAll = (key: SubjectKey, rows: readonly SealedRow[]): Buffer[] =>
  rows.map((row) => openRow(key, 'records.resource', row));

const comma = Buffer.from(',');

/** `[a,b]` around bytes that were validated when they were written. */
export const splicedList = (resources: readonly Buffer[]): Buffer =>
  Buffer.concat([
    Buffer.from('['),
    ...resources.flatMap((bytes, index) => (index > 0 ? [comma, bytes] : [bytes])),
    Buffer.from(']'),
  ]);

const spliced = (completeness: contract.Completeness, resources: readonly Buffer[], next: string | null): StoredJson =>
  storedJson(
    Buffer.concat([
      Buffer.from(`{"completeness":${JSON.stringify(completeness)},"resources":`),
      splicedList(resources),
      Buffer.from(`,"next":${JSON.stringify(next)}}`),
    ]),
  );

const contractOf = (name: ListName): contract.ListContract => {
  const path = `/api/patients/:patientId/${name}`;
  const found = Object.values(contract).find(
    (one): one is contract.ListContract => typeof one === 'object' && 'path' in one && one.path === path,
  );
  if (!found) throw new Error(`the list ${name} has no contract`);
  return found;
};

/** One handler for every list of lists.ts. */
export const listHandlers = (deps: { sealer: Sealer }): Handler[] =>
  listNames.map((name) => listHandler(contractOf(name), name, deps));
