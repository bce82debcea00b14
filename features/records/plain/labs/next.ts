import type { Pair } from '../words.ts';

/** Endings that many tests share. */
export const next = {
  askTeam: [
    'If your value is out of range, ask your care team what it means for you. One value alone rarely tells the whole story.',
    'Si su valor está fuera de rango, pregunte a su equipo médico qué significa para usted. Un solo valor rara vez dice todo.',
  ],
  repeat: [
    'A value that is a little out of range is often just checked again. Your care team will tell you when.',
    'Un valor un poco fuera de rango muchas veces solo se repite. Su equipo médico le dirá cuándo.',
  ],
  withOthers: [
    'Your care team reads this value together with the other parts of the same test.',
    'Su equipo médico lee este valor junto con las otras partes de la misma prueba.',
  ],
  salts: [
    'Do not change your salt, water or pills on your own. Call your care team if you feel weak, confused or unwell.',
    'No cambie por su cuenta la sal, el agua ni las pastillas. Llame a su equipo médico si se siente débil, confundido o mal.',
  ],
  heart: [
    'Food, moving more and, for some people, medicine can change this value. Talk with your care team about your goal.',
    'La comida, el movimiento y, para algunas personas, las medicinas pueden cambiar este valor. Hable con su equipo médico sobre su meta.',
  ],
  sugar: [
    'Food, moving more and medicine can change this value. Talk with your care team about your goal.',
    'La comida, el movimiento y las medicinas pueden cambiar este valor. Hable con su equipo médico sobre su meta.',
  ],
  strip: [
    'This is a quick first look. If something stands out, your care team may send another sample to the lab.',
    'Es una primera mirada rápida. Si algo llama la atención, su equipo médico puede mandar otra muestra al laboratorio.',
  ],
  dose: [
    'Do not change your dose on your own. Your care team will tell you if it should change.',
    'No cambie la dosis por su cuenta. Su equipo médico le dirá si debe cambiar.',
  ],
  marker: [
    'This test alone cannot find or rule out cancer. Your care team looks at how it changes over time.',
    'Esta prueba sola no puede encontrar ni descartar un cáncer. Su equipo médico mira cómo cambia con el tiempo.',
  ],
  partners: [
    'If it was found, it can be treated. Partners need a test too. Do not have sex until the treatment is done.',
    'Si se encontró, se puede tratar. Las parejas también necesitan la prueba. No tenga relaciones hasta terminar el tratamiento.',
  ],
  cycle: [
    'The usual value depends on age and on the day of the cycle. Your care team reads it with that in mind.',
    'El valor usual depende de la edad y del día del ciclo. Su equipo médico lo lee con eso en mente.',
  ],
} as const satisfies Record<string, Pair>;
