import { vaccine, type PlainVaccine } from '../plain-vaccine.ts';
import { reviewed } from '../words.ts';

/** Vaccines that most people get as children. */
export const childhoodVaccines: readonly PlainVaccine[] = reviewed('2026-11-26', [
  vaccine('03', {
    name: ['Measles, mumps, rubella (MMR)', 'Sarampión, paperas y rubéola (MMR)'],
    short: ['Three diseases in one shot', 'Tres enfermedades en una vacuna'],
    protects: [
      'It protects against measles, mumps and rubella. Measles spreads very easily and can hurt the brain. Rubella can harm an unborn baby.',
      'Protege contra el sarampión, las paperas y la rubéola. El sarampión se contagia muy fácil y puede dañar el cerebro. La rubéola puede dañar a un bebé antes de nacer.',
    ],
    after: [
      'A sore arm is common. One or two weeks later there can be a fever or a mild rash.',
      'Es común el dolor en el brazo. Una o dos semanas después puede haber fiebre o un sarpullido leve.',
    ],
    next: [
      'Two doses are usual. It is not given in pregnancy. Tell the clinic first if your defenses are weak.',
      'Lo usual son dos dosis. No se pone durante el embarazo. Avise antes a la clínica si tiene las defensas bajas.',
    ],
  }),
]);
