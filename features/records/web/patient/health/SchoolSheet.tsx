import { Trans } from '@lingui/react/macro';
import { useSession } from '../../../../../web/lib/session.ts';
import type { Immunization } from '../../../read/immunization.ts';
import type { ShotGroup } from '../../shared/health/group-shots.ts';
import { PaperTable } from '../../shared/list/PaperTable.tsx';
import { WhenText } from '../../shared/list/WhenText.tsx';

type Props = { groups: readonly ShotGroup[]; nameOf: (shot: Immunization) => string };

/** What a school asks for: each vaccine with the dates of its shots, oldest first. Name and birth date stand above it. */
export const SchoolSheet = ({ groups, nameOf }: Props) => {
  const { clinic } = useSession();
  if (groups.length === 0) return null;
  return (
    <div className="print-only">
      <PaperTable
        rows={groups}
        keyOf={({ key }) => key}
        columns={[
          { key: 'name', title: <Trans>Vaccine</Trans>, cell: ({ lead }) => nameOf(lead) },
          { key: 'official', title: <Trans>Official name</Trans>, cell: ({ lead }) => lead.name },
          {
            key: 'dates',
            title: <Trans>Dates given</Trans>,
            nowrap: true,
            cell: ({ shots }) =>
              shots.toReversed().map((shot, index) => (
                <span key={shot.id ?? index} className="block">
                  {shot.at ? <WhenText at={shot.at} short /> : (shot.atWords ?? '–')}
                </span>
              )),
          },
        ]}
      />
      <p className="mt-4">
        <Trans>
          From the records of {clinic.name}. Shots given elsewhere may be missing. For a signed form, call{' '}
          {clinic.phone}.
        </Trans>
      </p>
    </div>
  );
};
