import { useCurrentPatient } from '../../../../../web/lib/current-patient.ts';
import { useSession } from '../../../../../web/lib/session.ts';
import { PageHeading } from '../../../../../web/ui/PageHeading.tsx';
import { ListTop } from '../../shared/list/ListTop.tsx';
import { SimpleList, type SimpleListProps } from '../../shared/list/SimpleList.tsx';
import { BackToRecord } from '../BackToRecord.tsx';

type Props<T> = Omit<SimpleListProps<T>, 'patientId' | 'top'> & { title: string };

/** One part of the record as a page: the way back, the heading, the list. */
export const SimplePage = <T extends { id: string | null }>({ title, ...list }: Props<T>) => {
  const { clinic } = useSession();
  const patient = useCurrentPatient();
  return (
    <>
      <BackToRecord />
      <SimpleList
        {...list}
        patientId={patient.id}
        top={(count) => (
          <ListTop
            canPrint={count > 0}
            heading={
              <PageHeading title={title} clinic={clinic.name}>
                {title}
              </PageHeading>
            }
          />
        )}
      />
    </>
  );
};
