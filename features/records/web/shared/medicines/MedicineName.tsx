import { Trans } from '@lingui/react/macro';
import type { Medicine } from '../../../read/medicine.ts';

/** The name as the prescriber's list has it. */
export const MedicineName = ({ medicine }: { medicine: Pick<Medicine, 'name'> }) =>
  medicine.name === null ? (
    <Trans>Medicine without a name</Trans>
  ) : (
    <bdi className="inline-block first-letter:uppercase">{medicine.name}</bdi>
  );
