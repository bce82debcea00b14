import type { InputOf } from '#platform/contract.ts';
import { bind } from '#platform/db/statement.ts';
import { AppError } from '#platform/errors.ts';
import { rawBytes, type Context, type RawBytes, type WriteTx } from '#platform/operation.ts';
import { invitationHash } from '../codes.ts';
import type { Core } from '../core.ts';
import { openInvitation } from '../invitation.ts';
import { LettersUnset, renderLetters, type Letter } from '../letters/render.ts';
import { findInstallation } from '../statements.ts';
import type * as contract from './contract.ts';
import { readLanguage } from './list-rows.ts';
import * as sql from './statements.ts';

/**
 * The clerk's own letters of the last hour as one file. The codes come from her page, which is the only place
 * that has them; everything else on the paper comes from the record, in their order.
 */
export const printLetters = async (
  core: Core,
  tx: WriteTx,
  { body }: InputOf<typeof contract.printLetters>,
  ctx: Context,
): Promise<RawBytes> => {
  const codes = [...new Set(body.invitations)];
  const hashes = codes.map((code) => invitationHash(code));
  const [rows] = await core.pool.run([bind(sql.listLetters, [ctx.actor.accountId, hashes])]);
  const byHash = new Map(rows.filter((row) => row.is_open).map((row) => [row.code_hash.toString('hex'), row]));
  const found = codes.map((code, index) => ({ code, row: byHash.get(hashes[index]!.toString('hex')) }));
  if (found.some(({ row }) => row === undefined))
    throw new AppError('not-found', 'A letter was used, replaced or made over an hour ago. Make it again.');
  const people = await core.patients.onFile(
    tx,
    found.map(({ row }) => row!.patient_id),
  );
  const [clinic] = await tx.all(findInstallation);
  const letters = await Promise.all(
    found.map(async ({ code, row }): Promise<Letter> => {
      const holds = await openInvitation(core, row!);
      const onFile = people.get(row!.patient_id);
      return {
        language: holds.language ?? readLanguage(onFile?.language ?? '') ?? 'en',
        name: holds.name,
        address: onFile?.address ?? [],
        code,
        signInName: holds.suggestedName,
        expiresAt: row!.expires_at,
        opensAt: row!.held_until,
        isRenewal: row!.account_id !== null,
      };
    }),
  );
  const pdf = await renderLetters(letters, {
    clinic: { name: clinic?.clinic_name ?? '', phone: clinic?.clinic_phone ?? '' },
    origin: core.origin,
    timeZone: core.timeZone,
    today: core.clock.now(),
  }).catch((error: unknown) => asConflict(error, (place) => body.invitations.indexOf(codes[place]!)));
  for (const { row } of found) tx.audit({ patientId: row!.patient_id, recordIds: [row!.id], detail: 'letter printed' });
  return rawBytes(pdf, 'application/pdf', 'letters.pdf');
};

/** Which letters of the request print from the page only, by their place: the page asks again without them. */
const asConflict = (error: unknown, placeOf: (place: number) => number): never => {
  if (!(error instanceof LettersUnset)) throw error;
  const message = 'This name has signs that our typefaces lack. Print the letter from the page.';
  throw new AppError('conflict', 'Some letters can be printed from the page only.', {
    fields: error.places.map((place) => ({ path: `body.invitations.${placeOf(place)}`, message })),
    cause: error,
  });
};
