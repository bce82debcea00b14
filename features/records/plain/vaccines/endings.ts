import type { Pair } from '../words.ts';

/** What people may feel, and endings that many vaccines share. */
export const after = {
  sore: [
    'A sore arm, feeling tired or a mild fever for a day or two is common. Call 911 for a swollen face or trouble breathing.',
    'Es común tener dolor en el brazo, cansancio o fiebre leve por uno o dos días. Llame al 911 si se hincha la cara o cuesta respirar.',
  ],
  baby: [
    'A sore leg, fussing, sleepiness or a mild fever for a day or two is common. Call 911 for a swollen face or trouble breathing.',
    'Es común que duela la pierna, que el bebé esté inquieto o con sueño, o fiebre leve uno o dos días. Llame al 911 si se hincha la cara o cuesta respirar.',
  ],
  strong: [
    'A sore arm, chills, headache and feeling tired for two or three days are common. Call 911 for a swollen face or trouble breathing.',
    'Es común el dolor en el brazo, escalofríos, dolor de cabeza y cansancio por dos o tres días. Llame al 911 si se hincha la cara o cuesta respirar.',
  ],
  live: [
    'A sore arm is common. One to three weeks later there can be a fever or a mild rash. Call 911 for a swollen face or trouble breathing.',
    'Es común el dolor en el brazo. De una a tres semanas después puede haber fiebre o un sarpullido leve. Llame al 911 si se hincha la cara o cuesta respirar.',
  ],
  mouth: [
    'Most people feel nothing. Some have loose stools or a sore belly for a few days.',
    'La mayoría no siente nada. Algunos tienen heces sueltas o dolor de barriga unos días.',
  ],
} as const satisfies Record<string, Pair>;

export const next = {
  series: [
    'More than one dose is needed. Ask your care team when the next one is due.',
    'Se necesita más de una dosis. Pregunte a su equipo médico cuándo toca la siguiente.',
  ],
  yearly: [
    'The virus changes, so a new dose each year works best. Ask your care team or pharmacy.',
    'El virus cambia, por eso una dosis nueva cada año funciona mejor. Pregunte a su equipo médico o farmacia.',
  ],
  live: [
    'More than one dose may be needed. It is not given in pregnancy. Tell the clinic first if your defenses are weak.',
    'Puede necesitarse más de una dosis. No se pone durante el embarazo. Avise antes a la clínica si tiene las defensas bajas.',
  ],
  ask: ['Ask your care team whether another dose is due.', 'Pregunte a su equipo médico si hace falta otra dosis.'],
  travel: [
    'It works for a time only. Ask again before the next trip.',
    'Protege solo por un tiempo. Pregunte de nuevo antes del próximo viaje.',
  ],
  old: [
    'This vaccine was used in the past. Ask your care team whether it still counts.',
    'Esta vacuna se usaba antes. Pregunte a su equipo médico si todavía cuenta.',
  ],
} as const satisfies Record<string, Pair>;
