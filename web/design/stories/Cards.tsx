import { CalendarDays, FlaskConical, Pill as PillIcon } from 'lucide-react';
import { Card } from '../../ui/Card.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { Flag } from '../../ui/Flag.tsx';
import { LinkRow } from '../../ui/LinkRow.tsx';
import { PageHeading } from '../../ui/PageHeading.tsx';
import { RowLink } from '../../ui/RowLink.tsx';
import { Story } from '../Story.tsx';
import { useWords } from '../words.ts';

const rowClass =
  'flex min-h-16 items-center justify-between gap-3 px-4 py-3 text-ink no-underline hover:bg-sunken aria-[current=page]:bg-brand-soft';

export const Cards = () => {
  const words = useWords();
  const results = words('Results', 'Resultados');
  return (
    <>
      <Story name="PageHeading" className="">
        <PageHeading
          title={results}
          kicker={words('Good morning, Elena', 'Buenos días, Elena')}
          lead={words('We looked today at 9:15 AM.', 'Miramos hoy a las 9:15 a. m.')}
        >
          {words('Two things changed since Tuesday', 'Dos cosas cambiaron desde el martes')}
        </PageHeading>
      </Story>
      <Story name="Card" className="">
        <Card className="p-5">
          <h4 className="font-serif text-xl">{words('Your next visit', 'Su próxima visita')}</h4>
          <p>{words('Tuesday, November 24, with Dr. Okafor', 'Martes, 24 de noviembre, con la Dra. Okafor')}</p>
        </Card>
      </Story>
      <Story name="LinkRow in each tone" className="">
        <Card>
          <ul>
            <LinkRow to="/" icon={FlaskConical} title={results} aside="12">
              {words('Hemoglobin A1c and four more', 'Hemoglobina A1c y cuatro más')}
            </LinkRow>
            <LinkRow to="/" icon={PillIcon} title={words('Medicines', 'Medicinas')} tone="accent" />
            <LinkRow to="/" icon={CalendarDays} title={words('Visits', 'Visitas')} tone="info" aside="3" />
          </ul>
        </Card>
      </Story>
      <Story name="RowLink: closed, open" className="">
        <Card className="overflow-hidden">
          <RowLink to="/" className={rowClass}>
            <span>{words('Sodium', 'Sodio')}</span>
            <Flag standing="in" />
          </RowLink>
          <RowLink to="/" className={rowClass} isOpen>
            <span>{words('Bad cholesterol (LDL)', 'Colesterol malo (LDL)')}</span>
            <Flag standing="above" />
          </RowLink>
        </Card>
      </Story>
      <Story name="Facts" className="">
        <Facts
          facts={[
            { key: 'lab', label: words('Laboratory', 'Laboratorio'), value: 'Harbor Reference Laboratory' },
            {
              key: 'sample',
              label: words('Sample taken', 'Muestra tomada'),
              value: <span className="dates">8:05</span>,
            },
            { key: 'none', label: words('Not given', 'No indicado'), value: null },
          ]}
        />
      </Story>
    </>
  );
};
