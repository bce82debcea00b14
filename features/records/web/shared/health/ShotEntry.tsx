import { Trans } from '@lingui/react/macro';
import { CircleSlash } from 'lucide-react';
import { Pill } from '../../../../../web/ui/Pill.tsx';
import type { Immunization } from '../../../read/immunization.ts';
import { usePlainVaccine } from '../../plain/use-plain.ts';
import { Dotted, Entry } from '../list/Entry.tsx';
import { WhenText } from '../list/WhenText.tsx';
import type { ShotGroup } from './group-shots.ts';

/** What people call the vaccine: our name, else the sender's. */
export const useVaccineName = (): ((shot: Immunization) => string) => {
  const plain = usePlainVaccine();
  return (shot) => plain(shot.cvx)?.name ?? shot.name;
};

const SeriesText = ({ shot }: { shot: Immunization }) => {
  const [series] = shot.series;
  if (!series?.dose) return null;
  return series.of ? (
    <Trans>
      dose {series.dose} of {series.of}
    </Trans>
  ) : (
    <Trans>dose {series.dose}</Trans>
  );
};

const Shot = ({ shot }: { shot: Immunization }) => (
  <li className="flex flex-wrap items-baseline gap-x-3 gap-y-1 py-1">
    <span className="font-semibold">
      {shot.at ? <WhenText at={shot.at} /> : (shot.atWords ?? <Trans>No date given</Trans>)}
    </span>
    {shot.state === 'given' ? null : (
      <Pill tone="quiet" icon={CircleSlash}>
        {shot.state === 'withdrawn' ? <Trans>Entered by mistake</Trans> : <Trans>Not given</Trans>}
      </Pill>
    )}
    <span className="text-sm text-ink-2">
      <Dotted
        parts={[
          shot.reasons.join(', '),
          shot.series.length > 0 && shot.series[0]?.dose ? <SeriesText shot={shot} /> : null,
          shot.by?.name ? <bdi>{shot.by.name}</bdi> : null,
          shot.place?.name ? <bdi>{shot.place.name}</bdi> : null,
          shot.lot ? (
            <Trans>
              lot <bdi className="code-figures">{shot.lot}</bdi>
            </Trans>
          ) : null,
          shot.fromRecords === true ? <Trans>as told, not given here</Trans> : null,
        ]}
      />
    </span>
  </li>
);

/** One vaccine with each of its shots, and what it protects against. */
export const ShotEntry = ({ group: { lead, shots } }: { group: ShotGroup }) => {
  const plain = usePlainVaccine()(lead.cvx);
  const name = plain?.name ?? lead.name;
  return (
    <Entry
      title={name ? <bdi>{name}</bdi> : <Trans>Vaccine without a name</Trans>}
      sub={plain?.short}
      more={
        plain
          ? {
              label: <Trans>What it protects against</Trans>,
              content: (
                <>
                  <p>{plain.protects}</p>
                  <p>{plain.after}</p>
                  <p>{plain.next}</p>
                  {lead.name && lead.name !== name ? (
                    <p className="text-sm text-ink-2">
                      <Trans>
                        The clinic's name for it: <bdi>{lead.name}</bdi>
                      </Trans>
                    </p>
                  ) : null}
                </>
              ),
            }
          : undefined
      }
    >
      <ul className="mt-1.5">
        {shots.map((shot, index) => (
          <Shot key={shot.id ?? index} shot={shot} />
        ))}
      </ul>
    </Entry>
  );
};
