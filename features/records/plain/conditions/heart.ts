import { condition, type PlainCondition } from '../plain-condition.ts';
import { reviewed } from '../words.ts';

/** Heart and blood vessels. */
export const heartConditions: readonly PlainCondition[] = reviewed('2026-11-26', [
  condition('59621000 38341003 I10', {
    name: ['High blood pressure', 'Presión alta'],
    short: ['Blood pushes too hard on the vessels', 'La sangre empuja muy fuerte en los vasos'],
    what: [
      'Blood pushes too hard on the walls of your blood vessels. Most people feel nothing. Over years it can hurt the heart, brain, eyes and kidneys.',
      'La sangre empuja muy fuerte en las paredes de los vasos. Casi nadie siente nada. Con los años puede dañar el corazón, el cerebro, los ojos y los riñones.',
    ],
    next: [
      'Less salt, moving more and daily pills bring it down. Check it at home and write the numbers down.',
      'Menos sal, moverse más y las pastillas diarias la bajan. Mídala en casa y anote los números.',
    ],
    call: [
      'Call your care team if it often stays above your goal. Call 911 for chest pain, a weak arm or leg, trouble speaking or a sudden bad headache.',
      'Llame a su equipo médico si suele estar por encima de su meta. Llame al 911 si hay dolor de pecho, un brazo o pierna débil, dificultad para hablar o un dolor de cabeza fuerte y repentino.',
    ],
  }),
]);
