import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { CallError } from '../../../../web/lib/client.ts';

/** Why nobody could approve this role, and what to do; undefined when the refusal is another one (staff/approval.ts). */
export const approvalWords = (error: unknown): ReactNode | undefined => {
  const fields = error instanceof CallError ? error.fields : [];
  if (fields.includes('body.role.first'))
    return (
      <Trans>
        You are the only one here who can approve roles. First make a privacy officer or a second administrator. After
        that, one of you asks for a role and the other one approves it.
      </Trans>
    );
  if (fields.includes('body.role.nobody'))
    return (
      <Trans>
        Nobody could approve this: the person who asks and the person who gets the role may not. First make another
        colleague a privacy officer or administrator. That colleague can then approve this.
      </Trans>
    );
  if (fields.includes('body.role.operator'))
    return (
      <Trans>
        You are the only one left who can approve roles. Switch another approver's account on again. Or ask whoever runs
        your server to make a letter for a privacy officer with: portico invite-approver. Then you approve that letter.
      </Trans>
    );
  return undefined;
};
