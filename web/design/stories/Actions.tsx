import { CalendarPlus } from 'lucide-react';
import { useState } from 'react';
import { BackLink } from '../../ui/BackLink.tsx';
import { Button, buttonClass } from '../../ui/Button.tsx';
import { LanguageSwitch } from '../../ui/frame/LanguageSwitch.tsx';
import { SkipLink } from '../../ui/frame/SkipLink.tsx';
import { LazyMenu } from '../../ui/LazyMenu.tsx';
import { PrintButton } from '../../ui/PrintButton.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { Story } from '../Story.tsx';
import { useWords } from '../words.ts';

const looks = ['primary', 'secondary', 'quiet', 'danger'] as const;

const Choice = () => {
  const words = useWords();
  const [value, setValue] = useState<'list' | 'trends' | 'all'>('list');
  const options = [
    { value: 'list', label: words('Newest first', 'Más recientes') },
    { value: 'trends', label: words('By test', 'Por prueba') },
    { value: 'all', label: words('All', 'Todo') },
  ] as const;
  return <Segments label={words('Order', 'Orden')} value={value} onChange={setValue} options={options} />;
};

export const Actions = () => {
  const words = useWords();
  return (
    <>
      <Story name="Button">
        {looks.map((look) => (
          <Button key={look} look={look}>
            {words('Send to the clinic', 'Enviar a la clínica')}
          </Button>
        ))}
      </Story>
      <Story name="Button, working">
        {looks.map((look) => (
          <Button key={look} look={look} pending>
            {words('Sending', 'Enviando')}
          </Button>
        ))}
      </Story>
      <Story name="Button with an icon, and with many words">
        <Button>
          <CalendarPlus aria-hidden size={18} /> {words('Book a visit', 'Reservar una visita')}
        </Button>
        <Button look="secondary">
          {words(
            'Yes, tell my care team that I no longer take this medicine',
            'Sí, avisar a mi equipo de atención que ya no tomo esta medicina',
          )}
        </Button>
      </Story>
      <Story name="A link that looks like a button; PrintButton">
        <a className={buttonClass()} href="#top">
          {words('Find a patient', 'Buscar a un paciente')}
        </a>
        <PrintButton />
        <PrintButton>{words('Print for school', 'Imprimir para la escuela')}</PrintButton>
      </Story>
      <Story name="BackLink, LanguageSwitch, SkipLink (appears with the focus)">
        <BackLink to="/">{words('All results', 'Todos los resultados')}</BackLink>
        <LanguageSwitch />
        <SkipLink />
      </Story>
      <Story name="Segments" className="max-w-md">
        <Choice />
      </Story>
      <Story name="LazyMenu, closed">
        <LazyMenu label={words('Account of Elena Marsh', 'Cuenta de Elena Marsh')} trigger="EM" entries={[]} />
      </Story>
    </>
  );
};
