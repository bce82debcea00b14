import { lab, type PlainLab } from '../plain-lab.ts';
import { reviewed } from '../words.ts';

const allergens: readonly (readonly [loinc: string, en: string, es: string])[] = [
  ['6206-7', 'Peanut', 'cacahuate (maní)'],
  ['6273-7', 'Walnut', 'nuez'],
  ['6082-2', 'Codfish', 'bacalao'],
  ['6246-3', 'Shrimp', 'camarón'],
  ['6276-0', 'Wheat', 'trigo'],
  ['6106-9', 'Egg white', 'clara de huevo'],
  ['6248-9', 'Soybean', 'soya'],
  ['7258-7', 'Cow milk', 'leche de vaca'],
  ['6189-5', 'White oak', 'roble blanco'],
  ['6085-5', 'Ragweed', 'ambrosía'],
  ['6833-8', 'Cat dander', 'caspa de gato'],
  ['6095-4', 'House dust mite', 'ácaros del polvo'],
  ['6075-6', 'Mold (Cladosporium)', 'moho (Cladosporium)'],
  ['6844-5', 'Honey bee', 'abeja'],
  ['6158-0', 'Latex', 'látex'],
];

/** Allergy antibodies, one test per trigger. */
export const allergyLabs: readonly PlainLab[] = reviewed(
  '2026-11-22',
  allergens.map(([loinc, en, es]) =>
    lab(loinc, {
      name: [`${en} allergy test`, `Prueba de alergia: ${es}`],
      short: ['Allergy antibodies (IgE)', 'Anticuerpos de alergia (IgE)'],
      measures: [
        `It looks for antibodies (IgE) that your body may make against this trigger: ${en.toLowerCase()}.`,
        `Busca anticuerpos (IgE) que su cuerpo puede producir contra: ${es}.`,
      ],
      high: [
        'You may react to it. Some people have antibodies and never feel anything.',
        'Usted puede reaccionar. Algunas personas tienen anticuerpos y nunca sienten nada.',
      ],
      low: ['An allergy to it is less likely.', 'Una alergia es menos probable.'],
      next: [
        'Do not stop or start foods because of this test alone. Call 911 for swelling of the face or trouble breathing.',
        'No deje ni empiece alimentos solo por esta prueba. Llame al 911 si se le hincha la cara o le cuesta respirar.',
      ],
    }),
  ),
);
