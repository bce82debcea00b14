import { condition, type PlainCondition } from '../plain-condition.ts';
import { reviewed, type Pair } from '../words.ts';

const lifeWhat: Pair = [
  'This is a note about daily life, not an illness. It helps your care team understand your days.',
  'Es una nota sobre la vida diaria, no una enfermedad. Ayuda a su equipo médico a entender sus días.',
];
const lifeNext: Pair = [
  'Tell your care team if it changed or is wrong.',
  'Avise a su equipo médico si cambió o está mal.',
];
const helpNext: Pair = [
  'Your care team can tell where to find help. Call 211 for food, housing, rides and other help near home.',
  'Su equipo médico puede decirle dónde hay ayuda. Llame al 211 para comida, vivienda, transporte y otra ayuda cerca.',
];
const safetyCall: Pair = [
  'Call 911 if there is danger now. For help in private, day or night, call 1-800-799-7233.',
  'Llame al 911 si hay peligro ahora. Para ayuda en privado, a toda hora, llame al 1-800-799-7233.',
];

/** Notes about daily life that some records keep among conditions. */
export const dailyLifeConditions: readonly PlainCondition[] = reviewed('2026-11-26', [
  condition('160903007', {
    name: ['Full-time work', 'Trabajo de tiempo completo'],
    short: ['A note about daily life', 'Una nota sobre la vida diaria'],
    what: lifeWhat,
    next: lifeNext,
    call: null,
  }),
  condition('160904001', {
    name: ['Part-time work', 'Trabajo de medio tiempo'],
    short: ['A note about daily life', 'Una nota sobre la vida diaria'],
    what: lifeWhat,
    next: lifeNext,
    call: null,
  }),
  condition('741062008', {
    name: ['Not working or looking for work', 'Sin trabajo ni en busca de trabajo'],
    short: ['A note about daily life', 'Una nota sobre la vida diaria'],
    what: lifeWhat,
    next: lifeNext,
    call: null,
  }),
  condition('73438004 Z56.0', {
    name: ['Out of work', 'Sin empleo'],
    short: ['A note about daily life', 'Una nota sobre la vida diaria'],
    what: lifeWhat,
    next: helpNext,
    call: null,
  }),
  condition('224299000', {
    name: ['College or higher school', 'Estudios superiores'],
    short: ['A note about daily life', 'Una nota sobre la vida diaria'],
    what: lifeWhat,
    next: lifeNext,
    call: null,
  }),
  condition('5251000175109', {
    name: ['High school diploma or GED', 'Diploma de secundaria o GED'],
    short: ['A note about daily life', 'Una nota sobre la vida diaria'],
    what: lifeWhat,
    next: lifeNext,
    call: null,
  }),
  condition('423315002', {
    name: ['Few contacts with people', 'Poco contacto con personas'],
    short: ['A note about daily life', 'Una nota sobre la vida diaria'],
    what: [
      'There is little contact with other people. Being alone a lot can wear on mind and heart.',
      'Hay poco contacto con otras personas. Estar mucho tiempo a solas puede afectar el ánimo y el corazón.',
    ],
    next: helpNext,
    call: [
      'Call or text 988 any time if you feel hopeless.',
      'Llame al 988 a cualquier hora si pierde la esperanza (oprima 2 para español).',
    ],
  }),
  condition('422650009 Z60.4', {
    name: ['Feeling cut off from others', 'Sentirse aislado'],
    short: ['A note about daily life', 'Una nota sobre la vida diaria'],
    what: [
      'There is little support from other people. Being alone a lot can wear on mind and heart.',
      'Hay poco apoyo de otras personas. Estar mucho tiempo a solas puede afectar el ánimo y el corazón.',
    ],
    next: helpNext,
    call: [
      'Call or text 988 any time if you feel hopeless.',
      'Llame al 988 a cualquier hora si pierde la esperanza (oprima 2 para español).',
    ],
  }),
  condition('706893006', {
    name: ['Not safe with a partner', 'Sin seguridad con la pareja'],
    short: ['Somebody close causes harm', 'Alguien cercano hace daño'],
    what: [
      'A partner causes harm or fear, now or in the past. It is never your fault.',
      'Una pareja causa daño o miedo, ahora o en el pasado. Nunca es culpa suya.',
    ],
    next: [
      'You may ask to talk alone, and ask who can see this record. Your care team can help plan for safety.',
      'Puede pedir hablar a solas y preguntar quién puede ver este expediente. Su equipo médico puede ayudar a planear su seguridad.',
    ],
    call: safetyCall,
  }),
  condition('424393004', {
    name: ['Violence nearby', 'Violencia en el entorno'],
    short: ['Home or street does not feel safe', 'La casa o la calle no se siente segura'],
    what: [
      'There is violence at home or near it. It can harm sleep, mood and health.',
      'Hay violencia en casa o cerca. Puede dañar el sueño, el ánimo y la salud.',
    ],
    next: helpNext,
    call: safetyCall,
  }),
]);
