/**
 * One spelling per name: people type capitals, stray spaces and full-width letters. The blind token
 * is made over this form, so that two spellings are never two accounts.
 */
export const normalName = (name: string): string => name.normalize('NFKC').trim().toLowerCase().replaceAll(/\s+/g, ' ');
