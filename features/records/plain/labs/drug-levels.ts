import { lab, type PlainLab } from '../plain-lab.ts';
import { reviewed } from '../words.ts';
import { next } from './next.ts';

type Drug = readonly [loinc: string, en: string, es: string, signsEn: string, signsEs: string];

const drugs: readonly Drug[] = [
  ['14334-7', 'Lithium', 'Litio', 'shaking, vomiting or confusion', 'temblor, vómitos o confusión'],
  ['10535-3', 'Digoxin', 'Digoxina', 'vomiting, yellow sight or a slow pulse', 'vómitos, ver amarillo o pulso lento'],
  ['3968-5', 'Phenytoin', 'Fenitoína', 'unsteady walking or jumping eyes', 'andar inestable u ojos que saltan'],
  [
    '4086-5',
    'Valproic acid',
    'Ácido valproico',
    'shaking, vomiting or great sleepiness',
    'temblor, vómitos o mucho sueño',
  ],
  ['3432-2', 'Carbamazepine', 'Carbamazepina', 'double sight or unsteady walking', 'ver doble o andar inestable'],
  ['30471-7', 'Levetiracetam', 'Levetiracetam', 'great sleepiness or bad mood', 'mucho sueño o mal humor'],
  ['11253-2', 'Tacrolimus', 'Tacrolimus', 'shaking or headache', 'temblor o dolor de cabeza'],
  ['4092-3', 'Vancomycin', 'Vancomicina', 'little urine or ringing ears', 'poca orina o zumbido en los oídos'],
];

/** How much of a medicine is in the blood, one test per medicine. */
export const drugLevelLabs: readonly PlainLab[] = reviewed(
  '2026-11-26',
  drugs.map(([loinc, en, es, signsEn, signsEs]) =>
    lab(loinc, {
      name: [`${en} level`, `Nivel de ${es.toLowerCase()}`],
      short: ['How much medicine is in the blood', 'Cuánta medicina hay en la sangre'],
      measures: [
        `It tells how much ${en.toLowerCase()} is in the blood. The time since the last dose matters.`,
        `Indica cuánto hay de ${es.toLowerCase()} en la sangre. Importa el tiempo desde la última dosis.`,
      ],
      high: [
        `The dose may be too much. Call today for ${signsEn}.`,
        `La dosis puede ser demasiada. Llame hoy si hay ${signsEs}.`,
      ],
      low: ['The dose may be too small, or a dose was missed.', 'La dosis puede ser muy poca, o faltó una dosis.'],
      next: next.dose,
    }),
  ),
);
