import { useQuery } from '@tanstack/react-query';
import { call } from '../../../../../web/lib/client.ts';
import { listNames, NAMES_LIMIT } from '../../../names/contract.ts';
import type { Who } from '../../../read/elements.ts';

/** Types that the server names; a Patient or Device is none of them. */
const named = /^(?:Practitioner|PractitionerRole|Organization|Location|HealthcareService|Medication)\//;

const missingIn = (whos: readonly (Who | null | undefined)[]): string[] =>
  [
    ...new Set(
      whos.flatMap((who) =>
        who && who.name === null && who.reference && named.test(who.reference) ? [who.reference] : [],
      ),
    ),
  ]
    .toSorted()
    .slice(0, NAMES_LIMIT);

/**
 * Names for references that came without one, asked for together. Until they are here, and where there
 * is none, the answer is null and nothing is shown.
 */
export const useNames = (
  whos: readonly (Who | null | undefined)[],
): ((who: Who | null | undefined) => string | null) => {
  const references = missingIn(whos);
  const query = useQuery({
    queryKey: [listNames.id, references],
    queryFn: () => call(listNames, { body: { references } }),
    enabled: references.length > 0,
    staleTime: Infinity,
  });
  return (who) => who?.name ?? (who?.reference ? (query.data?.names[who.reference] ?? null) : null);
};
