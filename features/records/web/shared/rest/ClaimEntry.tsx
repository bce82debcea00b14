import { Trans } from '@lingui/react/macro';
import { CircleSlash } from 'lucide-react';
import { useFormats } from '../../../../../web/lib/format.ts';
import { Pill } from '../../../../../web/ui/Pill.tsx';
import type { Claim } from '../../../read/claim.ts';
import type { Money } from '../../../read/elements.ts';
import { useCommonWord } from '../../plain/use-plain.ts';
import { Dotted, Entry } from '../list/Entry.tsx';
import { NotesText } from '../list/NotesText.tsx';
import { WhenText } from '../list/WhenText.tsx';

export const MoneyText = ({ money: { amount, currency } }: { money: Money }) => {
  const { locale } = useFormats();
  const tag = locale === 'es' ? 'es-US' : 'en-US';
  return (
    <span className="tabular-nums">
      {new Intl.NumberFormat(tag, { style: 'currency', currency }).format(Number(amount))}
    </span>
  );
};

export const ClaimKind = ({ claim }: { claim: Claim }) =>
  claim.kind === 'decision' ? <Trans>Answer of the insurer</Trans> : <Trans>Bill sent to the insurer</Trans>;

export const claimDate = (claim: Claim): string | null => claim.span?.start ?? claim.at;

const Lines = ({ claim }: { claim: Claim }) => (
  <ul className="space-y-2">
    {claim.lines.map(({ what, net, decisions }, index) => (
      <li key={`${index} ${what}`}>
        <span className="flex flex-wrap justify-between gap-x-4">
          <bdi>{what}</bdi>
          {net ? <MoneyText money={net} /> : null}
        </span>
        {decisions.map((decision, at) => (
          <span
            key={`${at} ${decision.what}`}
            className="flex flex-wrap justify-between gap-x-4 pl-3 text-sm text-ink-2"
          >
            <bdi>{decision.what}</bdi>
            {decision.amount ? <MoneyText money={decision.amount} /> : null}
          </span>
        ))}
      </li>
    ))}
  </ul>
);

/** One bill to an insurer or its answer. It is no statement of what anybody owes. */
export const ClaimEntry = ({ claim }: { claim: Claim }) => {
  const date = claimDate(claim);
  const commonWord = useCommonWord();
  return (
    <Entry
      title={<ClaimKind claim={claim} />}
      sub={claim.type ? commonWord(claim.type) : null}
      flags={
        claim.withdrawn ? (
          <Pill tone="quiet" icon={CircleSlash}>
            <Trans>Entered by mistake</Trans>
          </Pill>
        ) : null
      }
      when={
        <Dotted
          parts={[
            date ? <WhenText at={date} short /> : <Trans>No date given</Trans>,
            claim.insurer?.name ?? claim.insurance.join(', '),
            claim.provider?.name,
            claim.total ? (
              <Trans>
                billed <MoneyText money={claim.total} />
              </Trans>
            ) : null,
            claim.paid ? (
              <Trans>
                paid <MoneyText money={claim.paid} />
              </Trans>
            ) : null,
          ]}
        />
      }
      more={
        claim.lines.length > 0 ? { label: <Trans>Line by line</Trans>, content: <Lines claim={claim} /> } : undefined
      }
    >
      <NotesText notes={claim.notes} />
    </Entry>
  );
};
