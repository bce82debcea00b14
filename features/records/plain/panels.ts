import type { Words } from './plain-lab.ts';

/** What the portal calls a report or a note, by its LOINC code. Reports of one test have the test's own name. */
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
  { loinc: ['36643-5', '30746-2'], name: { en: 'Chest X-ray', es: 'Radiografía del pecho' } },
  { loinc: ['24627-2'], name: { en: 'CT scan of the chest', es: 'Tomografía del pecho' } },
  { loinc: ['24606-6'], name: { en: 'Mammogram', es: 'Mamografía' } },
  { loinc: ['42148-7'], name: { en: 'Heart ultrasound', es: 'Ultrasonido del corazón' } },
  { loinc: ['11525-3'], name: { en: 'Ultrasound in pregnancy', es: 'Ultrasonido del embarazo' } },
  { loinc: ['83311-1'], name: { en: 'Bone density scan', es: 'Estudio de densidad de los huesos' } },
  { loinc: ['11506-3'], name: { en: 'Visit note', es: 'Nota de la visita' } },
  { loinc: ['11488-4'], name: { en: 'Note from a specialist', es: 'Nota del especialista' } },
  { loinc: ['34117-2'], name: { en: 'History and exam', es: 'Historia y examen' } },
  { loinc: ['18842-5'], name: { en: 'Summary of a hospital stay', es: 'Resumen del alta' } },
  { loinc: ['28570-0'], name: { en: 'Note about a procedure', es: 'Nota del procedimiento' } },
  { loinc: ['34748-4'], name: { en: 'Note about a phone call', es: 'Nota de la llamada' } },
  { loinc: ['57133-1'], name: { en: 'Referral', es: 'Carta de referencia' } },
];

const byCode = new Map(panels.flatMap(({ loinc, name }) => loinc.map((code) => [code, name] as const)));

/** The portal's own name of a report or a note; undefined when it has none. */
export const findPanelName = (loinc: string): Words | undefined => byCode.get(loinc);
