import { Plural, Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useFormats } from '../../../../../web/lib/format.ts';
import type { RowState } from '../../../desk/contract.ts';

type Said = { line: number; state: RowState; others?: readonly number[]; invitedAt?: string | null };

const list = (lines: readonly number[], locale: string): string =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(lines.map(String));

/** What is so with a row, and what the clerk can do. */
export const useRowWords = (): ((row: Said) => ReactNode) => {
  const formats = useFormats();
  return ({ state, others = [], invitedAt }) => {
    const rows = list(others, formats.locale);
    const count = others.length;
    const when = invitedAt ? formats.date(invitedAt) : '';
    const words: Record<RowState, ReactNode> = {
      ready: <Trans>Ready</Trans>,
      invited: when ? (
        <Trans>Was invited on {when}. A new letter ends the old one.</Trans>
      ) : (
        <Trans>Was invited just now by another letter.</Trans>
      ),
      'teen-email': <Trans>A teenager. Tick only if this e-mail is the teen’s own, not a parent’s.</Trans>,
      'has-account': <Trans>Already has an account. Who cannot get in is helped from “Find a patient”.</Trans>,
      unknown: <Trans>No record with these names, birth date and number. Check them.</Trans>,
      several: <Trans>More than one record fits. Add the record number.</Trans>,
      duplicate: (
        <Plural value={count} one={`The same person as in row ${rows}`} other={`The same person as in rows ${rows}`} />
      ),
      'shared-contact': (
        <Plural
          value={count}
          one={`The same e-mail as in row ${rows}. Two people never share one; leave it out of both.`}
          other={`The same e-mail as in rows ${rows}. People never share one; leave it out of all.`}
        />
      ),
      'others-contact': (
        <Trans>This e-mail belongs to somebody else: another account, or a contact in the record. Leave it out.</Trans>
      ),
      'bad-date': <Trans>Write the birth date like 1968-03-14 or 3/14/1968.</Trans>,
      'bad-email': <Trans>The e-mail is not complete. Fix it or leave it out.</Trans>,
      incomplete: <Trans>Needs a birth date, and a family name or both given name and record number.</Trans>,
      child: <Trans>Under 13: a parent becomes a trusted person at the desk instead.</Trans>,
      deceased: <Trans>The record says that this person has died.</Trans>,
    };
    return words[state];
  };
};
