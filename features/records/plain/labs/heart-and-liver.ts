import { lab, type PlainLab } from '../plain-lab.ts';
import { reviewed } from '../words.ts';
import { next } from './next.ts';

/** Fats in the blood, liver, and signs of inflammation or clotting. */
export const heartAndLiverLabs: readonly PlainLab[] = reviewed('2026-11-22', [
  lab('2093-3', {
    name: ['Total cholesterol', 'Colesterol total'],
    short: ['All the cholesterol in your blood', 'Todo el colesterol de la sangre'],
    measures: [
      'Cholesterol is a fat in your blood. This is the good and the bad kinds together.',
      'El colesterol es una grasa de la sangre. Aquí están el bueno y el malo juntos.',
    ],
    high: [
      'Over time, high cholesterol can clog blood vessels.',
      'Con el tiempo, el colesterol alto puede tapar los vasos sanguíneos.',
    ],
    low: ['A low value is seldom a problem.', 'Un valor bajo rara vez es un problema.'],
    next: next.heart,
  }),
  lab('18262-6 13457-7 2089-1', {
    name: ['LDL cholesterol', 'Colesterol LDL'],
    short: ['The “bad” cholesterol', 'El colesterol “malo”'],
    measures: [
      'LDL can build up in blood vessels. Lower is better for most people.',
      'El LDL puede acumularse en los vasos sanguíneos. Para la mayoría, más bajo es mejor.',
    ],
    high: [
      'It raises the chance of heart attack and stroke over the years.',
      'Con los años aumenta el riesgo de infarto y derrame cerebral.',
    ],
    low: ['A low value is good for most people.', 'Un valor bajo es bueno para la mayoría.'],
    next: next.heart,
  }),
  lab('2085-9', {
    name: ['HDL cholesterol', 'Colesterol HDL'],
    short: ['The “good” cholesterol', 'El colesterol “bueno”'],
    measures: [
      'HDL carries cholesterol away from blood vessels. Higher is usually better.',
      'El HDL saca el colesterol de los vasos sanguíneos. Más alto suele ser mejor.',
    ],
    high: ['A high value is usually good.', 'Un valor alto suele ser bueno.'],
    low: [
      'A low value raises the chance of heart disease. Moving more and not smoking help.',
      'Un valor bajo aumenta el riesgo de enfermedad del corazón. Moverse más y no fumar ayudan.',
    ],
    next: next.heart,
  }),
  lab('2571-8', {
    name: ['Triglycerides', 'Triglicéridos'],
    short: ['Another fat in your blood', 'Otra grasa de la sangre'],
    measures: [
      'Triglycerides are fat your body stores from food. They rise after you eat.',
      'Los triglicéridos son grasa que el cuerpo guarda de la comida. Suben después de comer.',
    ],
    high: [
      'Eating before the test, sugar, alcohol or extra weight can raise them.',
      'Comer antes de la prueba, el azúcar, el alcohol o el exceso de peso pueden subirlos.',
    ],
    low: ['A low value is seldom a problem.', 'Un valor bajo rara vez es un problema.'],
    next: next.heart,
  }),
  lab('43396-1', {
    name: ['Non-HDL cholesterol', 'Colesterol no HDL'],
    short: ['All cholesterol but the good kind', 'Todo el colesterol menos el bueno'],
    measures: ['It is the total cholesterol without HDL.', 'Es el colesterol total sin el HDL.'],
    high: [
      'It raises the chance of heart disease over the years.',
      'Con los años aumenta el riesgo de enfermedad del corazón.',
    ],
    low: null,
    next: next.heart,
  }),
  lab('1742-6 1744-2', {
    name: ['ALT', 'ALT'],
    short: ['A liver check', 'Una revisión del hígado'],
    measures: [
      'ALT is mostly inside liver cells. It leaks out when they are hurt.',
      'La ALT está sobre todo dentro de las células del hígado. Sale cuando se dañan.',
    ],
    high: [
      'Fatty liver, alcohol, viruses and some medicines can raise it.',
      'El hígado graso, el alcohol, los virus y algunas medicinas pueden subirla.',
    ],
    low: ['A low value is seldom a problem.', 'Un valor bajo rara vez es un problema.'],
    next: next.repeat,
  }),
  lab('1920-8', {
    name: ['AST', 'AST'],
    short: ['A liver and muscle check', 'Una revisión del hígado y los músculos'],
    measures: [
      'AST is inside liver and muscle cells. It leaks out when they are hurt.',
      'La AST está dentro de las células del hígado y los músculos. Sale cuando se dañan.',
    ],
    high: [
      'Liver problems, alcohol or hard exercise can raise it.',
      'Los problemas del hígado, el alcohol o el ejercicio fuerte pueden subirla.',
    ],
    low: ['A low value is seldom a problem.', 'Un valor bajo rara vez es un problema.'],
    next: next.repeat,
  }),
  lab('6768-6', {
    name: ['Alkaline phosphatase', 'Fosfatasa alcalina'],
    short: ['A liver and bone check', 'Una revisión del hígado y los huesos'],
    measures: ['It comes from the liver and from bones.', 'Viene del hígado y de los huesos.'],
    high: [
      'Growing bones, pregnancy, or bile that cannot flow can raise it.',
      'Los huesos en crecimiento, el embarazo o la bilis que no fluye pueden subirla.',
    ],
    low: null,
    next: next.withOthers,
  }),
  lab('1975-2 42719-5', {
    name: ['Bilirubin', 'Bilirrubina'],
    short: ['A liver check', 'Una revisión del hígado'],
    measures: [
      'Bilirubin is made when old red blood cells break down. The liver clears it.',
      'La bilirrubina se forma cuando se rompen glóbulos rojos viejos. El hígado la elimina.',
    ],
    high: [
      'Some people always have a little more, without harm. Yellow skin or eyes need a call today.',
      'Algunas personas siempre tienen un poco más, sin daño. Si la piel o los ojos se ponen amarillos, llame hoy.',
    ],
    low: null,
    next: next.askTeam,
  }),
  lab('1751-7 61151-7', {
    name: ['Albumin', 'Albúmina'],
    short: ['Main protein in your blood', 'Proteína principal de la sangre'],
    measures: [
      'Albumin is made by the liver. It keeps fluid in your blood.',
      'El hígado produce la albúmina. Mantiene el líquido dentro de la sangre.',
    ],
    high: ['Not drinking enough water can raise it.', 'Tomar poca agua puede subirla.'],
    low: [
      'Liver or kidney problems, or eating too little, can lower it.',
      'Los problemas de hígado o riñón, o comer muy poco, pueden bajarla.',
    ],
    next: next.withOthers,
  }),
  lab('2885-2', {
    name: ['Total protein', 'Proteína total'],
    short: ['All protein in your blood', 'Toda la proteína de la sangre'],
    measures: ['It counts all protein in your blood.', 'Cuenta toda la proteína de la sangre.'],
    high: [
      'Not drinking enough water or long-lasting inflammation can raise it.',
      'Tomar poca agua o una inflamación larga puede subirla.',
    ],
    low: [
      'Liver or kidney problems, or eating too little, can lower it.',
      'Los problemas de hígado o riñón, o comer muy poco, pueden bajarla.',
    ],
    next: next.withOthers,
  }),
  lab('1988-5 30522-7', {
    name: ['C-reactive protein (CRP)', 'Proteína C reactiva (PCR)'],
    short: ['A sign of inflammation', 'Una señal de inflamación'],
    measures: [
      'CRP rises when there is inflammation or infection somewhere.',
      'La PCR sube cuando hay inflamación o infección en algún lugar.',
    ],
    high: [
      'A cold, an injury or an illness can raise it. It does not say where.',
      'Un resfriado, una lesión o una enfermedad pueden subirla. No dice dónde.',
    ],
    low: ['A low value is good.', 'Un valor bajo es bueno.'],
    next: next.repeat,
  }),
  lab('4537-7 30341-2', {
    name: ['Sed rate (ESR)', 'Velocidad de sedimentación (VSG)'],
    short: ['A sign of inflammation', 'Una señal de inflamación'],
    measures: [
      'It shows how fast red cells sink in a tube. Inflammation makes them sink faster.',
      'Muestra qué tan rápido caen los glóbulos rojos en un tubo. La inflamación los hace caer más rápido.',
    ],
    high: [
      'Infection, joint disease or just age can raise it.',
      'Una infección, una enfermedad de las articulaciones o solo la edad pueden subirla.',
    ],
    low: null,
    next: next.withOthers,
  }),
  lab('6301-6 34714-6 38875-1 46418-0', {
    name: ['INR', 'INR'],
    short: ['How fast your blood clots', 'Qué tan rápido coagula la sangre'],
    measures: [
      'INR tells how long blood takes to clot. It guides the dose of warfarin.',
      'El INR dice cuánto tarda la sangre en coagular. Guía la dosis de warfarina.',
    ],
    high: [
      'Blood clots more slowly. With warfarin you may bleed more easily.',
      'La sangre coagula más despacio. Con warfarina puede sangrar con más facilidad.',
    ],
    low: [
      'With warfarin, a low value means less protection from clots.',
      'Con warfarina, un valor bajo significa menos protección contra coágulos.',
    ],
    next: [
      'Do not change your dose on your own. Call your care team about bleeding, a fall or a bump on the head.',
      'No cambie la dosis por su cuenta. Llame a su equipo médico si sangra, se cae o se golpea la cabeza.',
    ],
  }),
  lab('2524-7 32693-4 2518-9', {
    name: ['Lactate', 'Lactato'],
    short: ['Shows whether cells get enough oxygen', 'Muestra si las células reciben oxígeno'],
    measures: [
      'Lactate rises when cells get too little oxygen.',
      'El lactato sube cuando las células reciben poco oxígeno.',
    ],
    high: [
      'Hard exercise raises it for a short time. In sick people it is a warning sign.',
      'El ejercicio fuerte lo sube por poco tiempo. En personas enfermas es una señal de alarma.',
    ],
    low: null,
    next: next.askTeam,
  }),
]);
