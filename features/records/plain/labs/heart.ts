import { lab, type PlainLab } from '../plain-lab.ts';
import { reviewed } from '../words.ts';
import { next } from './next.ts';

/** The heart muscle, and more about fats. */
export const heartLabs: readonly PlainLab[] = reviewed('2026-11-26', [
  lab('10839-9 89579-7 6598-7 67151-1', {
    name: ['Troponin', 'Troponina'],
    short: ['Shows whether the heart is strained', 'Muestra si el corazón está dañado'],
    measures: [
      'Troponin is inside heart muscle. It leaks into the blood when the heart is hurt or strained.',
      'La troponina está dentro del músculo del corazón. Sale a la sangre cuando el corazón se daña o se esfuerza de más.',
    ],
    high: [
      'A heart attack can raise it. So can kidney problems, a very fast heartbeat or hard exercise.',
      'Un infarto puede subirla. También los problemas de riñón, latidos muy rápidos o el ejercicio fuerte.',
    ],
    low: ['A low value is good.', 'Un valor bajo es bueno.'],
    next: [
      'It is often checked again after a few hours. Call 911 for chest pain, trouble breathing or cold sweat.',
      'Muchas veces se repite a las pocas horas. Llame al 911 si hay dolor de pecho, falta de aire o sudor frío.',
    ],
  }),
  lab('30934-4 33762-6', {
    name: ['Heart strain (BNP)', 'Esfuerzo del corazón (BNP)'],
    short: ['Shows how hard the heart works', 'Muestra cuánto se esfuerza el corazón'],
    measures: [
      'The heart makes it when it has to pump too hard. It helps find and follow heart failure.',
      'El corazón lo produce cuando bombea con mucho esfuerzo. Ayuda a encontrar y vigilar la insuficiencia cardíaca.',
    ],
    high: [
      'The heart may be strained. Age and weak kidneys raise it too.',
      'El corazón puede estar esforzándose de más. La edad y los riñones débiles también lo suben.',
    ],
    low: ['A low value makes heart failure unlikely.', 'Un valor bajo hace poco probable la insuficiencia cardíaca.'],
    next: [
      'Check your weight each day if you have heart failure. Call if your weight jumps, legs swell or breathing gets hard.',
      'Pésese cada día si tiene insuficiencia cardíaca. Llame si sube de peso de golpe, se hinchan las piernas o cuesta respirar.',
    ],
  }),
  lab('2157-6', {
    name: ['Muscle enzyme (CK)', 'Enzima del músculo (CK)'],
    short: ['Shows whether muscles are hurt', 'Muestra si los músculos están dañados'],
    measures: [
      'CK is inside muscles. It leaks out when they are hurt.',
      'La CK está dentro de los músculos. Sale cuando se dañan.',
    ],
    high: [
      'Hard exercise, a fall, a shot in the muscle or some cholesterol pills can raise it.',
      'El ejercicio fuerte, una caída, una inyección o algunas pastillas para el colesterol pueden subirla.',
    ],
    low: ['A low value is seldom a problem.', 'Un valor bajo rara vez es un problema.'],
    next: [
      'Drink enough water. Call today if muscles are very sore or weak, or urine is dark like cola.',
      'Tome suficiente agua. Llame hoy si los músculos duelen mucho o están débiles, o si la orina es oscura como refresco de cola.',
    ],
  }),
  lab('1884-6', {
    name: ['Apo B', 'Apo B'],
    short: ['Counts the particles of bad cholesterol', 'Cuenta las partículas de colesterol malo'],
    measures: [
      'It counts the particles that can stick to blood vessels. Lower is better for most people.',
      'Cuenta las partículas que pueden pegarse a los vasos. Para la mayoría, más bajo es mejor.',
    ],
    high: [
      'It raises the chance of heart disease over the years.',
      'Con los años aumenta el riesgo de enfermedad del corazón.',
    ],
    low: ['A low value is good for most people.', 'Un valor bajo es bueno para la mayoría.'],
    next: next.heart,
  }),
  lab('10835-7 43583-4', {
    name: ['Lipoprotein(a)', 'Lipoproteína(a)'],
    short: ['A fat that runs in families', 'Una grasa que se hereda'],
    measures: [
      'It is a kind of cholesterol that is passed down in families. It stays much the same for life.',
      'Es un tipo de colesterol que se hereda. Se mantiene casi igual toda la vida.',
    ],
    high: [
      'It adds to the chance of heart disease. Food changes it very little.',
      'Suma riesgo de enfermedad del corazón. La comida la cambia muy poco.',
    ],
    low: ['A low value is good.', 'Un valor bajo es bueno.'],
    next: [
      'If it is high, other risks matter more: smoking, blood pressure, LDL. Close family may want the test.',
      'Si está alta, importan más los otros riesgos: fumar, la presión, el LDL. La familia cercana puede querer hacerse la prueba.',
    ],
  }),
  lab('13458-5', {
    name: ['VLDL cholesterol', 'Colesterol VLDL'],
    short: ['Carries fat from food', 'Lleva la grasa de la comida'],
    measures: [
      'VLDL carries fat in your blood. It is worked out from triglycerides.',
      'El VLDL lleva grasa en la sangre. Se calcula con los triglicéridos.',
    ],
    high: [
      'Eating before the test, sugar or alcohol can raise it.',
      'Comer antes de la prueba, el azúcar o el alcohol pueden subirlo.',
    ],
    low: ['A low value is seldom a problem.', 'Un valor bajo rara vez es un problema.'],
    next: next.heart,
  }),
  lab('9830-1', {
    name: ['Cholesterol to HDL ratio', 'Relación colesterol y HDL'],
    short: ['All cholesterol beside the good kind', 'Todo el colesterol junto al bueno'],
    measures: [
      'It divides total cholesterol by the good HDL. Lower is better.',
      'Divide el colesterol total entre el HDL bueno. Más bajo es mejor.',
    ],
    high: [
      'It raises the chance of heart disease over the years.',
      'Con los años aumenta el riesgo de enfermedad del corazón.',
    ],
    low: ['A low value is good.', 'Un valor bajo es bueno.'],
    next: next.heart,
  }),
  lab('13965-9', {
    name: ['Homocysteine', 'Homocisteína'],
    short: ['Rises when B vitamins are low', 'Sube cuando faltan vitaminas B'],
    measures: [
      'The body makes it from protein in food. B vitamins break it down.',
      'El cuerpo la forma de las proteínas de la comida. Las vitaminas B la deshacen.',
    ],
    high: [
      'Too little vitamin B12 or folate, or weak kidneys, can raise it.',
      'La falta de vitamina B12 o folato, o los riñones débiles, pueden subirla.',
    ],
    low: null,
    next: next.askTeam,
  }),
]);
