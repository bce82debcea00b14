import { lab, type PlainLab } from '../plain-lab.ts';
import { reviewed } from '../words.ts';
import { next } from './next.ts';

/** Thyroid, iron, vitamins, and answers in words. */
export const hormoneAndVitaminLabs: readonly PlainLab[] = reviewed('2026-11-22', [
  lab('3016-3 11580-8', {
    name: ['Thyroid check (TSH)', 'Prueba de tiroides (TSH)'],
    short: ['How your thyroid is working', 'Cómo trabaja la tiroides'],
    measures: [
      'TSH tells the thyroid gland to work. It goes up when the gland makes too little.',
      'La TSH le dice a la tiroides que trabaje. Sube cuando la glándula produce poco.',
    ],
    high: [
      'The thyroid may be slow. You may feel tired or cold.',
      'La tiroides puede estar lenta. Puede sentir cansancio o frío.',
    ],
    low: [
      'The thyroid may be too active, or the dose of thyroid pills too high.',
      'La tiroides puede estar muy activa, o la dosis de sus pastillas es alta.',
    ],
    next: next.repeat,
  }),
  lab('3024-7', {
    name: ['Thyroid hormone (free T4)', 'Hormona tiroidea (T4 libre)'],
    short: ['The hormone your thyroid makes', 'La hormona que produce la tiroides'],
    measures: ['T4 sets the speed of your body.', 'La T4 marca el ritmo del cuerpo.'],
    high: ['The thyroid may be too active.', 'La tiroides puede estar muy activa.'],
    low: ['The thyroid may be slow.', 'La tiroides puede estar lenta.'],
    next: next.withOthers,
  }),
  lab('2276-4 20567-4', {
    name: ['Iron stores (ferritin)', 'Reservas de hierro (ferritina)'],
    short: ['How much iron you have stored', 'Cuánto hierro tiene guardado'],
    measures: [
      'Ferritin shows how much iron your body has saved up.',
      'La ferritina muestra cuánto hierro ha guardado el cuerpo.',
    ],
    high: [
      'Inflammation, liver problems or too much iron can raise it.',
      'La inflamación, los problemas del hígado o demasiado hierro pueden subirla.',
    ],
    low: [
      'Your iron stores are low. Heavy periods, bleeding or too little iron in food are common reasons.',
      'Sus reservas de hierro están bajas. Las reglas abundantes, el sangrado o poco hierro en la comida son razones comunes.',
    ],
    next: [
      'Do not start iron on your own. If your care team prescribed it, keep taking it as planned, in pregnancy too.',
      'No empiece a tomar hierro por su cuenta. Si su equipo médico se lo recetó, siga tomándolo como le indicaron, también en el embarazo.',
    ],
  }),
  lab('2498-4', {
    name: ['Iron', 'Hierro'],
    short: ['Iron in your blood right then', 'Hierro en la sangre en ese momento'],
    measures: [
      'It is the iron moving in your blood. It changes during the day.',
      'Es el hierro que circula en la sangre. Cambia durante el día.',
    ],
    high: ['Iron pills before the test can raise it.', 'Las pastillas de hierro antes de la prueba pueden subirlo.'],
    low: [
      'Too little iron in food or losing blood can lower it.',
      'Poco hierro en la comida o perder sangre puede bajarlo.',
    ],
    next: next.withOthers,
  }),
  lab('2502-3', {
    name: ['Iron saturation', 'Saturación de hierro'],
    short: ['How full your iron carriers are', 'Qué parte del transporte de hierro está en uso'],
    measures: [
      'It tells how much of the iron carrier in your blood is loaded.',
      'Indica cuánto del transporte de hierro de la sangre va cargado.',
    ],
    high: ['Too much iron can raise it.', 'Demasiado hierro puede subirla.'],
    low: ['It is a sign of too little iron.', 'Es una señal de falta de hierro.'],
    next: next.withOthers,
  }),
  lab('2500-7', {
    name: ['Iron-binding capacity (TIBC)', 'Capacidad de unión de hierro (TIBC)'],
    short: ['Room in your blood to carry iron', 'Espacio en la sangre para llevar hierro'],
    measures: ['It tells how much iron your blood could carry.', 'Indica cuánto hierro podría llevar la sangre.'],
    high: ['It often rises when iron is low.', 'Suele subir cuando falta hierro.'],
    low: ['Long-lasting illness can lower it.', 'Una enfermedad larga puede bajarla.'],
    next: next.withOthers,
  }),
  lab('62292-8 1989-3 35365-6', {
    name: ['Vitamin D', 'Vitamina D'],
    short: ['For bones and muscles', 'Para huesos y músculos'],
    measures: [
      'Vitamin D helps your body use calcium. Skin makes it in the sun.',
      'La vitamina D ayuda al cuerpo a usar el calcio. La piel la produce con el sol.',
    ],
    high: [
      'Very high doses of vitamin D pills can raise it too much.',
      'Dosis muy altas de pastillas de vitamina D pueden subirla demasiado.',
    ],
    low: [
      'Little sun or little vitamin D in food are common reasons.',
      'Poco sol o poca vitamina D en la comida son razones comunes.',
    ],
    next: next.askTeam,
  }),
  lab('2132-9', {
    name: ['Vitamin B12', 'Vitamina B12'],
    short: ['For blood and nerves', 'Para la sangre y los nervios'],
    measures: [
      'Vitamin B12 helps make red blood cells and keeps nerves healthy.',
      'La vitamina B12 ayuda a formar glóbulos rojos y mantiene sanos los nervios.',
    ],
    high: ['Vitamin pills can raise it.', 'Las pastillas de vitaminas pueden subirla.'],
    low: [
      'Food without meat, milk or eggs, or the diabetes pill metformin, can lower it.',
      'Comer sin carne, leche ni huevos, o la pastilla metformina, puede bajarla.',
    ],
    next: next.askTeam,
  }),
  lab('2284-8', {
    name: ['Folate', 'Folato'],
    short: ['A B vitamin for blood', 'Una vitamina B para la sangre'],
    measures: [
      'Folate helps make red blood cells. It matters before and in pregnancy.',
      'El folato ayuda a formar glóbulos rojos. Es importante antes y durante el embarazo.',
    ],
    high: null,
    low: [
      'Few leafy greens, alcohol or some medicines can lower it.',
      'Pocas verduras verdes, el alcohol o algunas medicinas pueden bajarlo.',
    ],
    next: next.askTeam,
  }),
  lab('2857-1 83112-3', {
    name: ['Prostate check (PSA)', 'Prueba de próstata (PSA)'],
    short: ['A protein from the prostate', 'Una proteína de la próstata'],
    measures: ['PSA is made by the prostate gland.', 'La próstata produce el PSA.'],
    high: [
      'A larger prostate, an infection or cancer can raise it. Most people with a high value do not have cancer.',
      'Una próstata más grande, una infección o el cáncer pueden subirlo. La mayoría con un valor alto no tiene cáncer.',
    ],
    low: null,
    next: next.repeat,
  }),
  lab('2106-3 2118-8', {
    name: ['Pregnancy test', 'Prueba de embarazo'],
    short: ['Looks for the pregnancy hormone', 'Busca la hormona del embarazo'],
    measures: [
      'It looks for hCG, a hormone made in pregnancy.',
      'Busca la hCG, una hormona que se produce en el embarazo.',
    ],
    high: null,
    low: null,
    next: next.askTeam,
  }),
  lab('78012-2 6557-3 11268-0', {
    name: ['Strep throat test', 'Prueba de estreptococo'],
    short: ['Looks for strep in your throat', 'Busca estreptococo en la garganta'],
    measures: [
      'It looks for strep bacteria in a throat swab. “Not detected” means none were found.',
      'Busca bacterias de estreptococo en una muestra de la garganta. “No detectado” (not detected) significa que no se encontraron.',
    ],
    high: null,
    low: null,
    next: [
      'Call your care team if a sore throat lasts more than a week or you have trouble breathing or swallowing.',
      'Llame a su equipo médico si el dolor de garganta dura más de una semana o le cuesta respirar o tragar.',
    ],
  }),
  lab('94500-6 94558-4 94559-2 94309-2 97097-0', {
    name: ['COVID-19 test', 'Prueba de COVID-19'],
    short: ['Looks for the COVID-19 virus', 'Busca el virus de COVID-19'],
    measures: ['It looks for the virus that causes COVID-19.', 'Busca el virus que causa COVID-19.'],
    high: null,
    low: null,
    next: [
      'If it was found, stay away from others and ask your care team about treatment soon.',
      'Si se encontró, aléjese de otras personas y pregunte pronto a su equipo médico por el tratamiento.',
    ],
  }),
]);
