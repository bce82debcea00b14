import { useFormats } from '../../lib/format.ts';
import { Story } from '../Story.tsx';
import { useWords } from '../words.ts';

const grounds = [
  ['paper', 'bg-paper'],
  ['surface', 'bg-surface'],
  ['sunken', 'bg-sunken'],
  ['brand', 'bg-brand'],
  ['brand-strong', 'bg-brand-strong'],
  ['brand-soft', 'bg-brand-soft'],
  ['accent', 'bg-accent'],
  ['accent-soft', 'bg-accent-soft'],
  ['ok', 'bg-ok'],
  ['ok-soft', 'bg-ok-soft'],
  ['warn', 'bg-warn'],
  ['warn-soft', 'bg-warn-soft'],
  ['bad', 'bg-bad'],
  ['bad-soft', 'bg-bad-soft'],
  ['info', 'bg-info'],
  ['info-soft', 'bg-info-soft'],
  ['line', 'bg-line'],
  ['control', 'bg-control'],
  ['focus', 'bg-focus'],
] as const;

const sizes = [
  ['4xl', 'text-4xl'],
  ['3xl', 'text-3xl'],
  ['2xl', 'text-2xl'],
  ['xl', 'text-xl'],
  ['lg', 'text-lg'],
] as const;

export const Foundations = () => {
  const words = useWords();
  const formats = useFormats();
  return (
    <>
      <Story name="Colours" className="grid grid-cols-2 gap-2 sm:grid-cols-5">
        {grounds.map(([name, ground]) => (
          <div key={name} className="text-sm">
            <div className={`h-10 rounded-control border border-line ${ground}`} />
            {name}
          </div>
        ))}
      </Story>
      <Story name="Headings" className="grid gap-1">
        {sizes.map(([name, size]) => (
          <p key={name} className={`font-serif font-medium ${size}`}>
            {words('Two things changed since Tuesday', 'Dos cosas cambiaron desde el martes')}
          </p>
        ))}
      </Story>
      <Story name="Text, links, figures, codes, dates" className="grid max-w-prose gap-2">
        <p>
          {words(
            'Your blood sugar keeps getting better. Keep taking your medicine, and',
            'Su azúcar en la sangre sigue mejorando. Siga tomando su medicina, y',
          )}{' '}
          <a href="#top">{words('call us', 'llámenos')}</a>{' '}
          {words('when something feels different.', 'cuando algo se sienta diferente.')}
        </p>
        <p className="text-sm text-ink-2">
          {words('Small and quiet: what stands below', 'Pequeño y discreto: al pie')}
        </p>
        <p>
          <span className="figures text-4xl">6.2</span> <span className="text-ink-2">%</span>{' '}
          <span className="dates">{formats.dateTime('2026-11-09T19:40:00Z')}</span>{' '}
          <span className="code-figures">B0O-8I1L-004</span>
        </p>
      </Story>
    </>
  );
};
