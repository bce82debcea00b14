import { useQuery } from '@tanstack/react-query';
import { Trans } from '@lingui/react/macro';
import { CallError } from '../../../../web/lib/client.ts';
import { useFormats } from '../../../../web/lib/format.ts';
import { welcomeQuery } from '../../../../web/lib/session.ts';
import type { FieldProblem } from '../../../../web/ui/ErrorSummary.tsx';

/** What a screen says for the refusals it expects; the rest has general words. */
export type Refusals = Partial<Record<CallError['kind'], FieldProblem>>;

/** Turns an error into words, with a staffed phone number where the person cannot go on alone. */
export const useRefusals = (): ((error: unknown, own: Refusals) => FieldProblem) => {
  const formats = useFormats();
  const phone = useQuery(welcomeQuery).data?.clinic.phone ?? '';
  return (error, own) => {
    const kind = error instanceof CallError ? error.kind : 'unexpected';
    const expected = own[kind];
    if (expected) return expected;
    if (kind === 'too-many') {
      const waitS = (error instanceof CallError ? error.retryAfterSeconds : undefined) ?? 15 * 60;
      const until = formats.dateTime(new Date(Date.now() + waitS * 1000 + 60_000));
      return {
        message: (
          <Trans>
            There were too many tries. Try again after {until}, or call us: {phone}
          </Trans>
        ),
      };
    }
    if (kind === 'offline')
      return { message: <Trans>We could not reach the clinic's server. Check your internet connection.</Trans> };
    return { message: <Trans>That did not work just now. Try again, or call us: {phone}</Trans> };
  };
};
