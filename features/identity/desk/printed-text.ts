import type { PatientPort } from '../core.ts';

/**
 * One line without signs that do not show, or that turn the direction of what follows: a name of a record could
 * otherwise make a letter or a list say something else than it holds. Joiners stay: some scripts are spelled with them.
 */
export const printedText = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** The same people, with names and addresses that can be printed. */
export const withPrintedText = (patients: PatientPort): PatientPort => ({
  ...patients,
  names: async (tx, ids) =>
    new Map([...(await patients.names(tx, ids))].map(([id, name]) => [id, printedText(name)] as const)),
  person: async (tx, id) => {
    const person = await patients.person(tx, id);
    return person && { ...person, name: printedText(person.name) };
  },
  onFile: async (tx, ids) =>
    new Map(
      [...(await patients.onFile(tx, ids))].map(
        ([id, person]) =>
          [id, { ...person, name: printedText(person.name), address: person.address.map(printedText) }] as const,
      ),
    ),
});
