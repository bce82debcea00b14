import { useQuery } from '@tanstack/react-query';
import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect } from 'react';
import { useFormats } from '../../../../web/lib/format.ts';
import { useSession } from '../../../../web/lib/session.ts';
import { patientQuery } from './load-results.ts';

const cssText = (text: string): string =>
  `"${text.replace(/["\\\p{Cc}]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `)}"`;

/** The foot of every printed sheet. A sheet of our own making: the page's CSP lets no style text in. */
const usePageFoot = (identity: string, of: string): void => {
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    const pages = `counter(page) ${cssText(` ${of} `)} counter(pages)`;
    sheet.replaceSync(
      `@page { @bottom-center { content: ${cssText(`${identity} · `)} ${pages}; font: 9pt sans-serif; color: #333 } }`,
    );
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    };
  }, [identity, of]);
};

type Props = {
  patientId: string;
  /** Known before the record is open: a sheet is never without a name. */
  name?: string;
  /** False where opening the record only for the sheet's head would be a look that nobody asked for. */
  looksUp?: boolean;
};

/** Top and foot of every printed sheet: whose it is, from whom, when it was printed, which page. */
export const PrintHeader = ({ patientId, name = '', looksUp = true }: Props) => {
  const { t } = useLingui();
  const formats = useFormats();
  const { clinic } = useSession();
  const patient = useQuery({ ...patientQuery(patientId), enabled: looksUp }).data;
  const shownName = patient?.name ?? name;
  const born = patient?.birthDate ? formats.date(patient.birthDate) : '';
  usePageFoot([shownName, born, patient?.mrn].filter(Boolean).join(' · '), t`of`);
  return (
    <header className="print-only mb-6 border-b-2 border-ink pb-3">
      <div className="flex justify-between gap-8">
        <div>
          <p className="font-serif text-2xl font-medium">{shownName}</p>
          {born ? (
            <p>
              <Trans>Born</Trans> <span className="dates">{born}</span>
            </p>
          ) : null}
          {patient?.mrn ? (
            <p className="code-figures">
              <Trans>Record number</Trans> <bdi>{patient.mrn}</bdi>
            </p>
          ) : null}
        </div>
        <div className="text-right">
          <p className="font-semibold">{clinic.name}</p>
          <p>{clinic.phone}</p>
          <p>
            <Trans>Printed</Trans> <span className="dates">{formats.date(new Date())}</span>
          </p>
        </div>
      </div>
    </header>
  );
};
