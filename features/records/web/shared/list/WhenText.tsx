import { useFormats } from '../../../../../web/lib/format.ts';

const fhirDate = /^\d{4}(?:-\d{2}(?:-\d{2}(?:T.+)?)?)?$/;

/** A FHIR date as people read it; the sender's own words where it is none. */
export const WhenText = ({ at, short = false }: { at: string; short?: boolean }) => {
  const formats = useFormats();
  if (!fhirDate.test(at)) return <bdi>{at}</bdi>;
  return <span className="dates">{short ? formats.shortDate(at) : formats.date(at)}</span>;
};
