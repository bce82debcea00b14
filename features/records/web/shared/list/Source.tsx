import { Trans } from '@lingui/react/macro';
import { useFormats } from '../../../../../web/lib/format.ts';
import type { Completeness } from '../../../contract.ts';

/** Where a list comes from and how old it is: stands beside what people act on. */
export const SourceLine = ({ facts }: { facts: Completeness | undefined }) => {
  const formats = useFormats();
  const sources = (facts?.sources ?? []).filter((source) => source.lastSuccessAt !== null);
  if (sources.length === 0) return <Trans>No source is connected yet.</Trans>;
  return sources.map(({ id, name, lastSuccessAt }) => (
    <span key={id} className="block">
      <Trans>
        <bdi>{name}</bdi>, received {formats.date(lastSuccessAt ?? '')}
      </Trans>
    </span>
  ));
};
