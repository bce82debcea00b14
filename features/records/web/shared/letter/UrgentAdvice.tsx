import { Trans } from '@lingui/react/macro';

/** What to do about a critical value when nobody answers: the same words wherever one is shown. */
export const UrgentAdvice = () => (
  <Trans>
    If you cannot reach us, go to an emergency room. Chest pain, trouble breathing, fainting or confusion: call{' '}
    <a href="tel:911">911</a>.
  </Trans>
);
