import { CallError, type CallErrorKind } from '../../lib/client.ts';
import { ActingForBanner } from '../../ui/ActingForBanner.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { DemoBanner } from '../../ui/frame/DemoBanner.tsx';
import { Notice, type NoticeTone } from '../../ui/Notice.tsx';
import { OfflineLine } from '../../ui/OfflineLine.tsx';
import { Problem } from '../../ui/Problem.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { Story } from '../Story.tsx';
import { useWords } from '../words.ts';

const tones: readonly NoticeTone[] = ['info', 'ok', 'warn', 'bad', 'critical'];
const kinds: readonly CallErrorKind[] = ['integrity', 'offline'];

export const Messages = () => {
  const words = useWords();
  return (
    <>
      <Story name="Notice in each tone" className="grid gap-3">
        {tones.map((tone) => (
          <Notice key={tone} tone={tone} title={words('Your potassium is too low', 'Su potasio está demasiado bajo')}>
            <p>
              {words('Call us now:', 'Llámenos ahora:')} <a href="tel:555-0100">555-0100</a>
            </p>
          </Notice>
        ))}
        <Notice>{words('A message without a title.', 'Un mensaje sin título.')}</Notice>
        <Notice tone="ok" title={words('Sent', 'Enviado')}>
          <Button look="secondary">{words('Undo', 'Deshacer')}</Button>
        </Notice>
      </Story>
      <Story name="Problem" className="grid gap-3">
        {kinds.map((kind) => (
          <Problem key={kind} error={new CallError(kind)} phone="555-0100" retry={() => {}} />
        ))}
      </Story>
      <Story name="EmptyState" className="">
        <EmptyState title={words('No results yet', 'Todavía no hay resultados')}>
          {words(
            'We looked today at 9:15 AM. When a lab sends us something, it stands here.',
            'Miramos hoy a las 9:15 a. m. Cuando un laboratorio nos envíe algo, estará aquí.',
          )}
        </EmptyState>
      </Story>
      <Story name="ActingForBanner, DemoBanner" className="grid gap-3">
        <ActingForBanner name="Leo Marsh" />
        <DemoBanner />
      </Story>
      <Story name="OfflineLine (nothing while there is a network)" className="">
        <OfflineLine phone="555-0100" />
      </Story>
      <Story name="Waiting" className="">
        <Waiting />
      </Story>
    </>
  );
};
