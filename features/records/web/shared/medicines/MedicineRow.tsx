import { Plural, Trans } from '@lingui/react/macro';
import { Hand } from 'lucide-react';
import { memo } from 'react';
import { useIsWide } from '../../../../../web/lib/use-is-wide.ts';
import { Pill } from '../../../../../web/ui/Pill.tsx';
import { RowLink } from '../../../../../web/ui/RowLink.tsx';
import { Dotted } from '../list/Entry.tsx';
import { WhenText } from '../list/WhenText.tsx';
import { DoseLines } from './DoseText.tsx';
import type { MedicineGroup } from './group-medicines.ts';
import { MedicineName } from './MedicineName.tsx';
import { MedicineStatus } from './MedicineStatus.tsx';

type Props = { group: MedicineGroup; to: string; isOpen: boolean; isSaidNotTaken: boolean };

/** One medicine in the list: name, dose, where it stands, since when and by whom. */
export const MedicineRow = memo(({ group: { lead, others }, to, isOpen, isSaidNotTaken }: Props) => {
  const isWide = useIsWide();
  return (
    <li className="border-t border-line first:border-t-0">
      <RowLink
        to={to}
        isOpen={isOpen}
        resetScroll={!isWide}
        className={
          'block px-4 py-3.5 text-ink no-underline hover:bg-sunken hover:text-ink focus-visible:-outline-offset-3 md:px-5 ' +
          'in-[.staff]:px-3 in-[.staff]:py-1.5 lg:aria-[current=page]:bg-brand-soft lg:aria-[current=page]:shadow-[inset_4px_0_0_var(--brand)]'
        }
      >
        <span className="block font-semibold">
          <MedicineName medicine={lead} />
        </span>
        {lead.dosages.length > 0 ? (
          <span className="block text-sm text-ink-2">
            <DoseLines dosages={lead.dosages} />
          </span>
        ) : null}
        <span className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1.5">
          <MedicineStatus medicine={lead} />
          {isSaidNotTaken ? (
            <Pill tone="info" icon={Hand}>
              <Trans>Not taken, as reported</Trans>
            </Pill>
          ) : null}
          <span className="text-sm text-ink-2">
            <Dotted
              parts={[
                lead.at ? (
                  <Trans>
                    Written <WhenText at={lead.at} short />
                  </Trans>
                ) : null,
                lead.by?.name ? <bdi>{lead.by.name}</bdi> : null,
                others.length > 0 ? (
                  <Plural value={others.length} one="and # other entry" other="and # other entries" />
                ) : null,
              ]}
            />
          </span>
        </span>
      </RowLink>
    </li>
  );
});
