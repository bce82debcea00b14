import { Trans } from '@lingui/react/macro';
import { Ban, Check } from 'lucide-react';
import { Pill } from '../../../../../web/ui/Pill.tsx';

/** Whether an account can sign in. */
export const StatePill = ({ isActive }: { isActive: boolean }) =>
  isActive ? (
    <Pill tone="ok" icon={Check}>
      <Trans>Active</Trans>
    </Pill>
  ) : (
    <Pill tone="quiet" icon={Ban}>
      <Trans>Off</Trans>
    </Pill>
  );
