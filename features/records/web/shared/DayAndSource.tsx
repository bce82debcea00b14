import { Trans } from '@lingui/react/macro';
import { useFormats } from '../../../../web/lib/format.ts';

type Props = { takenAt: string | null; by: string | null; className: string };

/** When, and from whom. On a phone below each other, so that no dot is left hanging. */
export const DayAndSource = ({ takenAt, by, className }: Props) => {
  const formats = useFormats();
  return (
    <p className={className}>
      <span className="dates block sm:inline">{takenAt ? formats.date(takenAt) : <Trans>No date given</Trans>}</span>
      {by ? (
        <>
          <span aria-hidden className="hidden sm:inline">
            {' · '}
          </span>
          <bdi className="block sm:inline">{by}</bdi>
        </>
      ) : null}
    </p>
  );
};
