import { useIsPatientSide } from '../../../../../web/lib/session.ts';
import { Flag } from '../../../../../web/ui/Flag.tsx';
import type { Result } from '../../../observation.ts';
import { pressureOf } from '../../../read/vital.ts';
import { ResultFlag } from '../ResultFlag.tsx';
import { isUrgent, standingOf } from '../standing.ts';

/** Where a measurement stands; of a blood pressure the worse of its two figures. A plain weight has no range to stand beside. */
export const VitalFlag = ({ result }: { result: Result }) => {
  const isPatientSide = useIsPatientSide();
  const state = pressureOf(result)?.state ?? result.state;
  if (result.withdrawn) return <ResultFlag result={result} />;
  if (state === 'unknown') return null;
  return <Flag standing={standingOf(state)} past={!isUrgent({ ...result, state })} forStaff={!isPatientSide} />;
};
