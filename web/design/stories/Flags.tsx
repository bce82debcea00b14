import { Check, CircleAlert, Clock, Info, Lock } from 'lucide-react';
import { DateTile } from '../../ui/DateTile.tsx';
import { Flag, type Standing } from '../../ui/Flag.tsx';
import { Pill } from '../../ui/Pill.tsx';
import { Story } from '../Story.tsx';
import { useWords } from '../words.ts';

const standings: readonly Standing[] = ['in', 'above', 'below', 'outside', 'critical', 'unknown'];

export const Flags = () => {
  const words = useWords();
  return (
    <>
      <Story name="Flag">
        {standings.map((standing) => (
          <Flag key={standing} standing={standing} />
        ))}
      </Story>
      <Story name="Flag: critical long ago, critical for staff">
        <Flag standing="critical" past />
        <Flag standing="critical" forStaff />
      </Story>
      <Story name="Pill">
        <Pill tone="ok" icon={Check}>
          {words('Answered', 'Contestado')}
        </Pill>
        <Pill tone="warn" icon={Clock}>
          {words('Due today', 'Vence hoy')}
        </Pill>
        <Pill tone="bad" icon={CircleAlert}>
          {words('Not delivered', 'No entregado')}
        </Pill>
        <Pill tone="info" icon={Info}>
          {words('New', 'Nuevo')}
        </Pill>
        <Pill tone="quiet" icon={Lock}>
          {words('Opens on Friday', 'Se abre el viernes')}
        </Pill>
      </Story>
      <Story name="DateTile">
        <DateTile at="2026-11-09" />
        <div className="rounded-card bg-brand p-3 dark:bg-brand-soft">
          <DateTile at="2026-12-24" look="onBrand" />
        </div>
      </Story>
    </>
  );
};
