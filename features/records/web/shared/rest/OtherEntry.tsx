import { Trans, useLingui } from '@lingui/react/macro';
import { CircleSlash } from 'lucide-react';
import { Pill } from '../../../../../web/ui/Pill.tsx';
import type { Other } from '../../../read/other.ts';
import { Dotted, Entry } from '../list/Entry.tsx';
import { NotesText } from '../list/NotesText.tsx';
import { WhenText } from '../list/WhenText.tsx';
import { namesIn } from '../list/WhoName.tsx';

/** What a kind of entry is called where it has no name of its own. */
export const useOtherKind = (): ((type: string) => string) => {
  const { t } = useLingui();
  const kinds: Readonly<Record<string, string>> = {
    ServiceRequest: t`Order`,
    DeviceRequest: t`Order of a device`,
    NutritionOrder: t`Order of food`,
    VisionPrescription: t`Glasses or lenses`,
    SupplyRequest: t`Order of supplies`,
    SupplyDelivery: t`Supplies handed out`,
    Specimen: t`Sample`,
    ClinicalImpression: t`Assessment`,
    RiskAssessment: t`Risk assessment`,
    Flag: t`Alert`,
    Communication: t`Message on file`,
    CommunicationRequest: t`Message on file`,
    Task: t`Task`,
    Provenance: t`Where an entry came from`,
    Consent: t`Consent`,
    List: t`List`,
    Group: t`Group`,
  };
  return (type) => kinds[type] ?? t`Entry`;
};

/** One entry that has no page of its own, in the sender's words. */
export const OtherEntry = ({ item }: { item: Other }) => {
  const kindOf = useOtherKind();
  return (
    <Entry
      title={<bdi>{item.title || kindOf(item.type)}</bdi>}
      sub={item.title ? kindOf(item.type) : null}
      flags={
        item.withdrawn ? (
          <Pill tone="quiet" icon={CircleSlash}>
            <Trans>Entered by mistake</Trans>
          </Pill>
        ) : null
      }
      when={
        <Dotted
          parts={[
            item.at ? <WhenText at={item.at} short /> : <Trans>No date given</Trans>,
            item.status,
            item.priority,
            namesIn(item.by),
            namesIn(item.for),
            item.categories.join(', '),
            item.reasons.join(', '),
            item.facts.join(', '),
          ]}
        />
      }
    >
      <NotesText notes={item.notes} />
    </Entry>
  );
};
