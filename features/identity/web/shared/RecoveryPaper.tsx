import { useQuery } from '@tanstack/react-query';
import { Trans } from '@lingui/react/macro';
import { useFormats } from '../../../../web/lib/format.ts';
import { welcomeQuery } from '../../../../web/lib/session.ts';

type Props = {
  /** Sign-in name. */
  name: string;
  groups: readonly string[];
  /** Where the code is used: /recover of the owner's side. */
  address: string;
};

/** What is kept: for whom the code is, where it is used, and the code in numbered groups. */
export const RecoveryPaper = ({ name, groups, address }: Props) => {
  const formats = useFormats();
  const clinic = useQuery(welcomeQuery).data?.clinic;
  return (
    <section className="mb-5 rounded-card border border-control bg-surface p-5">
      <p className="print-only mb-3 font-semibold">
        {clinic?.name} · {clinic?.phone}
      </p>
      <p className="text-sm text-ink-2">
        <Trans>Recovery code for {name}</Trans>
      </p>
      <ol className="code-figures mt-2 grid grid-cols-3 gap-x-4 gap-y-2 text-lg font-semibold tracking-wider sm:grid-cols-5">
        {groups.map((group, index) => (
          <li key={`${index}-${group}`}>
            <span className="mr-1 text-sm font-normal text-ink-2">{index + 1}</span> {group}
          </li>
        ))}
      </ol>
      <p className="print-only mt-3">
        <Trans>
          To use it, go to <strong className="break-all">{address}</strong>
        </Trans>
      </p>
      <p className="print-only mt-3">
        <Trans>Keep this paper where you keep your passport.</Trans> {formats.date(new Date())}
      </p>
    </section>
  );
};
