import { lab, type PlainVital } from '../plain-lab.ts';
import { reviewed, type Pair } from '../words.ts';

const growthNext: Pair = [
  'What matters is how it changes over time. The care team follows it at each check-up.',
  'Lo importante es cómo cambia con el tiempo. El equipo médico lo sigue en cada control.',
];

/** Temperature, pain, size and weight. */
export const bodyVitals: readonly PlainVital[] = reviewed('2026-11-26', [
  lab('8310-5 8331-1', {
    name: ['Body temperature', 'Temperatura del cuerpo'],
    short: ['How warm your body is', 'Qué tan caliente está el cuerpo'],
    measures: [
      'It tells how warm your body is. 100.4 °F (38 °C) or more is a fever.',
      'Indica qué tan caliente está el cuerpo. 38 °C (100.4 °F) o más es fiebre.',
    ],
    high: [
      'Most often the body is fighting an infection. Hot days and hard exercise can raise it too.',
      'Casi siempre el cuerpo combate una infección. El calor y el ejercicio fuerte también pueden subirla.',
    ],
    low: ['Cold places or a poor reading can make it low.', 'El frío o una mala medición pueden bajarla.'],
    next: [
      'Call right away for a fever in a baby under 3 months, a stiff neck, confusion or a fever of more than three days.',
      'Llame enseguida si un bebé de menos de 3 meses tiene fiebre, o si hay cuello rígido, confusión o más de tres días de fiebre.',
    ],
  }),
  lab('72514-3 38208-5', {
    name: ['Pain score', 'Nivel de dolor'],
    short: ['How strong pain is, from 0 to 10', 'Qué tan fuerte es el dolor, de 0 a 10'],
    measures: [
      'You say how strong the pain is. 0 is no pain and 10 is the worst pain.',
      'Usted dice qué tan fuerte es el dolor. 0 es sin dolor y 10 es el peor dolor.',
    ],
    high: [
      'Strong pain can make it hard to sleep, move and work. It can be treated.',
      'Un dolor fuerte puede quitar el sueño y dificultar moverse o trabajar. Se puede tratar.',
    ],
    low: null,
    next: [
      'Tell your care team where it hurts, since when, and what makes it better or worse.',
      'Diga a su equipo médico dónde duele, desde cuándo y qué lo mejora o lo empeora.',
    ],
  }),
  lab('29463-7 3141-9 3142-7', {
    name: ['Weight', 'Peso'],
    short: ['How much your body weighs', 'Cuánto pesa el cuerpo'],
    measures: ['It is your weight on that day.', 'Es el peso de ese día.'],
    high: [
      'Food, little movement, some medicines or water in the body can raise it.',
      'La comida, moverse poco, algunas medicinas o el agua en el cuerpo pueden subirlo.',
    ],
    low: [
      'Eating less, illness or a fast thyroid can lower it.',
      'Comer menos, una enfermedad o una tiroides rápida pueden bajarlo.',
    ],
    next: [
      'Call your care team if you lose weight without trying. With a weak heart, call if it rises 3 pounds in a day or 5 in a week.',
      'Llame a su equipo médico si baja de peso sin querer. Si el corazón está débil, llame si sube 3 libras en un día o 5 en una semana.',
    ],
  }),
  lab('8302-2 8306-3 3137-7', {
    name: ['Height', 'Estatura'],
    short: ['How tall you are', 'Cuánto mide'],
    measures: [
      'It is how tall you are. In babies it is the length lying down.',
      'Es cuánto mide de alto. En los bebés es el largo acostados.',
    ],
    high: null,
    low: [
      'With age, people can get a little shorter. Weak bones can be one reason.',
      'Con la edad, las personas pueden encogerse un poco. Los huesos débiles pueden ser una razón.',
    ],
    next: growthNext,
  }),
  lab('39156-5', {
    name: ['Body mass index (BMI)', 'Índice de masa corporal (IMC)'],
    short: ['Weight for your height', 'Peso para su estatura'],
    measures: [
      'It compares weight with height. For adults, 18.5 to 25 is called a healthy weight. It cannot tell muscle from fat.',
      'Compara el peso con la estatura. En adultos, de 18.5 a 25 se llama peso sano. No distingue músculo de grasa.',
    ],
    high: [
      '25 to 30 is called overweight, 30 or more obesity. It raises the chance of diabetes and heart disease.',
      'De 25 a 30 se llama sobrepeso; 30 o más, obesidad. Aumenta el riesgo de diabetes y de enfermedad del corazón.',
    ],
    low: [
      'Below 18.5 is called underweight. Eating too little or illness can be reasons.',
      'Menos de 18.5 se llama bajo peso. Comer muy poco o una enfermedad pueden ser razones.',
    ],
    next: [
      'BMI is only one sign of health. Talk with your care team about what is right for you.',
      'El IMC es solo una señal de salud. Hable con su equipo médico sobre lo que le conviene.',
    ],
  }),
  lab('59576-9', {
    name: ['BMI for age (percentile)', 'IMC para la edad (percentil)'],
    short: ['A child’s weight beside other children', 'El peso de un niño junto a otros niños'],
    measures: [
      'It compares a child with others of the same age and sex. 50 is the middle. 5 to 85 is called a healthy weight.',
      'Compara a un niño con otros de la misma edad y sexo. 50 es la mitad. De 5 a 85 se llama peso sano.',
    ],
    high: [
      '85 or more is called overweight, 95 or more obesity. A growth spurt can change it.',
      '85 o más se llama sobrepeso; 95 o más, obesidad. Un estirón puede cambiarlo.',
    ],
    low: [
      'Below 5 is called underweight. Some healthy children are just slim.',
      'Menos de 5 se llama bajo peso. Algunos niños sanos solo son delgados.',
    ],
    next: growthNext,
  }),
  lab('77606-2', {
    name: ['Weight for length (percentile)', 'Peso para el largo (percentil)'],
    short: ['A baby’s weight beside other babies', 'El peso de un bebé junto a otros bebés'],
    measures: [
      'It compares a baby’s weight with other babies of the same length. 50 is the middle.',
      'Compara el peso de un bebé con otros bebés del mismo largo. 50 es la mitad.',
    ],
    high: ['The baby weighs more for its length.', 'El bebé pesa más para su largo.'],
    low: ['The baby weighs less for its length.', 'El bebé pesa menos para su largo.'],
    next: growthNext,
  }),
  lab('9843-4 8287-5', {
    name: ['Head size', 'Tamaño de la cabeza'],
    short: ['Distance around a child’s head', 'Medida alrededor de la cabeza de un niño'],
    measures: [
      'It is the distance around the head. It shows how a young child’s brain is growing.',
      'Es la medida alrededor de la cabeza. Muestra cómo crece el cerebro de un niño pequeño.',
    ],
    high: ['Large heads often run in the family.', 'Las cabezas grandes suelen ser de familia.'],
    low: ['Small heads often run in the family.', 'Las cabezas pequeñas suelen ser de familia.'],
    next: growthNext,
  }),
  lab('8289-1', {
    name: ['Head size for age (percentile)', 'Tamaño de la cabeza para la edad (percentil)'],
    short: ['A child’s head beside other children', 'La cabeza de un niño junto a otros niños'],
    measures: [
      'It compares the head size with other children of the same age. 50 is the middle.',
      'Compara el tamaño de la cabeza con otros niños de la misma edad. 50 es la mitad.',
    ],
    high: ['Large heads often run in the family.', 'Las cabezas grandes suelen ser de familia.'],
    low: ['Small heads often run in the family.', 'Las cabezas pequeñas suelen ser de familia.'],
    next: growthNext,
  }),
  lab('8280-0 56086-2', {
    name: ['Waist size', 'Medida de la cintura'],
    short: ['Distance around your belly', 'Medida alrededor de la barriga'],
    measures: [
      'It is the distance around the belly. Fat there is harder on the heart than fat elsewhere.',
      'Es la medida alrededor de la barriga. La grasa ahí daña más el corazón que en otras partes.',
    ],
    high: [
      'It raises the chance of diabetes and heart disease.',
      'Aumenta el riesgo de diabetes y de enfermedad del corazón.',
    ],
    low: null,
    next: [
      'Moving more and eating well make it smaller over time.',
      'Moverse más y comer bien la reducen con el tiempo.',
    ],
  }),
]);
