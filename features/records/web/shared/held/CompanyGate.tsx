import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Trans } from '@lingui/react/macro';
import { Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { useIsPatientSide, useSession } from '../../../../../web/lib/session.ts';
import { Button } from '../../../../../web/ui/Button.tsx';
import { Card } from '../../../../../web/ui/Card.tsx';
import { Waiting } from '../../../../../web/ui/Waiting.tsx';
import type { TimingCategory } from '../../../timing/contract.ts';
import { timingQuery } from './timing-query.ts';

const answeredKey = (patientId: string) => ['records.timing.answered', patientId] as const;

type Props = {
  patientId: string;
  categories: readonly TimingCategory[];
  /** Above the question: the page's heading, where the page itself waits behind it. */
  top?: ReactNode;
  children: ReactNode;
};

/**
 * "When someone is with me": asked before results or notes show, once while the tab lives. It is a
 * question, not a hold: the answer is hers. A trusted person and staff are not asked.
 */
export const CompanyGate = ({ patientId, categories, top, children }: Props) => {
  const queryClient = useQueryClient();
  const isPatientSide = useIsPatientSide();
  const { patients } = useSession();
  const isOwn = isPatientSide && patients.find(({ id }) => id === patientId)?.relationship === 'self';
  const timing = useQuery({ ...timingQuery(patientId), enabled: isOwn });
  const answered = useQuery({
    queryKey: answeredKey(patientId),
    queryFn: () => false,
    initialData: false,
    staleTime: Infinity,
    gcTime: Infinity,
    enabled: false,
  });
  if (!isOwn || answered.data) return children;
  if (timing.isPending) return <Waiting />;
  // A choice that cannot be read must not lock anybody out of the record.
  if (!timing.data || !categories.some((category) => timing.data[category] === 'with-someone')) return children;
  return (
    <>
      {top}
      <Card className="max-w-2xl p-5 md:p-7" labelledBy="company">
        <h2 id="company" className="flex items-start gap-3 text-2xl">
          <Users aria-hidden size={26} strokeWidth={1.75} className="mt-1 shrink-0 text-brand" />
          <Trans>Do you want somebody with you?</Trans>
        </h2>
        <p className="mt-2 max-w-prose">
          <Trans>You asked us to ask first. Show it when you are ready. It stays here until then.</Trans>
        </p>
        <div className="mt-5 flex flex-wrap gap-3">
          <Button onClick={() => queryClient.setQueryData(answeredKey(patientId), true)}>
            <Trans>I am ready: show it</Trans>
          </Button>
        </div>
      </Card>
    </>
  );
};
