import { useQuery } from '@tanstack/react-query';
import { Trans } from '@lingui/react/macro';
import { useIsPatientSide } from '../../../../web/lib/session.ts';
import { useIsWide } from '../../../../web/lib/use-is-wide.ts';
import { correctionsQuery, earlierQuery } from './corrections-queries.ts';
import { SideBySide } from './SideBySide.tsx';

const saysSo: readonly string[] = ['corrected', 'amended', 'appended', 'entered-in-error', 'cancelled'];

type Props = {
  patientId: string;
  recordId: string;
  /** FHIR status of the result on screen. */
  status: string;
};

/**
 * What the result said before it was changed, for the letter. It is asked for only where the status says that there
 * was something before, or a notice does: each asking is an entry of the patient's log.
 */
export const CorrectedValue = ({ patientId, recordId, status }: Props) => {
  const isPatient = useIsPatientSide();
  // As the letter's own headings: one level lower on a desk, where the list's h1 stands above the letter's.
  const Heading = useIsWide() ? 'h3' : 'h2';
  const notices = useQuery({ ...correctionsQuery(patientId), enabled: false }).data;
  const isNoticed = isPatient && notices?.corrections.some((one) => one.recordId === recordId) === true;
  const { data } = useQuery({ ...earlierQuery(patientId, recordId), enabled: isNoticed || saysSo.includes(status) });
  if (!data?.now || data.versions.length === 0) return null;
  const [newest, ...older] = data.versions;
  return (
    <section className="space-y-2">
      <Heading className="mb-1 text-xl in-[.staff]:text-lg">
        <Trans>What it said before</Trans>
      </Heading>
      <SideBySide before={newest!.reading} now={data.now} kind={newest!.kind} changedAt={newest!.replacedAt} />
      {older.length > 0 ? (
        <details>
          <summary className="cursor-pointer py-1">
            <Trans>Earlier changes</Trans>
          </summary>
          <div className="space-y-2">
            {older.map((one, index) => (
              <SideBySide
                key={one.version}
                before={one.reading}
                now={data.versions[index]!.reading}
                kind={one.kind}
                changedAt={one.replacedAt}
              />
            ))}
          </div>
        </details>
      ) : null}
    </section>
  );
};
