import type { Words } from './plain-lab.ts';

/** What the portal calls a report, by its LOINC code. Reports of one test have the test's own name. */
const panels: readonly { loinc: readonly string[]; name: Words }[] = [
  {
    loinc: ['51990-0', '24321-2', '24320-4'],
    name: { en: 'Basic metabolic panel', es: 'Panel metabólico básico' },
  },
  { loinc: ['24323-8', '24322-0'], name: { en: 'Full metabolic panel', es: 'Panel metabólico completo' } },
  { loinc: ['57698-3', '24331-1'], name: { en: 'Cholesterol and other fats', es: 'Colesterol y otras grasas' } },
  {
    loinc: ['58410-2', '57021-8', '57782-5', '24317-0', '69742-5'],
    name: { en: 'Complete blood count', es: 'Hemograma completo' },
  },
  { loinc: ['50190-8', '75689-0'], name: { en: 'Iron studies', es: 'Estudio de hierro' } },
  { loinc: ['62292-8'], name: { en: 'Vitamin D and B12', es: 'Vitaminas D y B12' } },
  { loinc: ['3016-3', '24348-5'], name: { en: 'Thyroid check', es: 'Control de tiroides' } },
  { loinc: ['24325-3', '24324-6'], name: { en: 'Liver check', es: 'Control del hígado' } },
  { loinc: ['9318-7', '14959-1'], name: { en: 'Urine albumin', es: 'Albúmina en la orina' } },
  { loinc: ['24362-6', '24361-8'], name: { en: 'Kidney check', es: 'Control de los riñones' } },
  { loinc: ['24356-8', '24357-6', '50556-0', '50564-4'], name: { en: 'Urine test', es: 'Análisis de orina' } },
  { loinc: ['34528-0', '38875-1', '5902-2'], name: { en: 'Blood clotting', es: 'Coagulación de la sangre' } },
];

const byCode = new Map(panels.flatMap(({ loinc, name }) => loinc.map((code) => [code, name] as const)));

/** The portal's own name of a report; undefined when it has none. */
export const findPanelName = (loinc: string): Words | undefined => byCode.get(loinc);
