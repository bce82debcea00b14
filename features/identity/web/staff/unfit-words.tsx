import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { CallError } from '../../../../web/lib/client.ts';
import type { FieldProblem } from '../../../../web/ui/ErrorSummary.tsx';
import { FieldError } from '../../../../web/ui/Field.tsx';

/** Why this person gets no account, or not with this address (desk/one-person.ts); undefined for other refusals. */
export const unfitProblem = (error: unknown): FieldProblem | undefined => {
  const fields = error instanceof CallError ? error.fields : [];
  if (fields.includes('person.child'))
    return { message: <Trans>Under 13: a parent becomes a trusted person at the desk instead.</Trans> };
  if (fields.includes('person.deceased')) return { message: <Trans>The record says that this person has died.</Trans> };
  if (fields.includes('body.confirmed'))
    return {
      field: 'confirmed',
      message: <Trans>This patient is under 18. Ask whose address this is, then tick the box.</Trans>,
    };
  if (error instanceof CallError && error.kind === 'conflict' && fields.includes('body.email'))
    return {
      field: 'email',
      message: <Trans>This address belongs to somebody else. Ask for another one, or leave it empty.</Trans>,
    };
  return undefined;
};

/** Asked for a teen's address, once the server said so. */
export const OwnAddressTick = ({ error }: { error: ReactNode }) => (
  <div>
    {error ? <FieldError id="confirmed-error">{error}</FieldError> : null}
    <label className="flex min-h-9 items-center gap-2.5">
      <input
        type="checkbox"
        name="confirmed"
        id="confirmed"
        aria-describedby={error ? 'confirmed-error' : undefined}
        className="size-4 shrink-0 accent-[var(--brand)]"
      />
      <Trans>I asked: the address is the patient’s own</Trans>
    </label>
  </div>
);
