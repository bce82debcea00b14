import type { Standing } from '../../../../web/ui/Flag.tsx';
import type { Reading } from '../../contract.ts';

/** Where a reading stands, in the words of the flag. */
export const standingOf = (state: Reading['state']): Standing => (state === 'abnormal' ? 'outside' : state);
