import { lab, type PlainVital } from '../plain-lab.ts';
import { reviewed, type Pair } from '../words.ts';

const pressureHigh: Pair = [
  'Stress, pain, coffee or a full bladder can raise it for a while. If it stays high for months, it strains the heart, brain and kidneys.',
  'El estrés, el dolor, el café o tener ganas de orinar pueden subirla por un rato. Si sigue alta por meses, daña el corazón, el cerebro y los riñones.',
];
const pressureLow: Pair = [
  'Some healthy people always have a low value. Too little water or some pills can make you dizzy when you stand up.',
  'Algunas personas sanas siempre la tienen baja. Tomar poca agua o algunas pastillas pueden causar mareo al ponerse de pie.',
];
const pressureNext: Pair = [
  'Rest five minutes and check it again on other days. Call 911 if it is above 180 over 120 with chest pain, weakness or trouble speaking.',
  'Descanse cinco minutos y mídala otra vez otros días. Llame al 911 si pasa de 180 sobre 120 con dolor de pecho, debilidad o dificultad para hablar.',
];

/** Blood pressure, pulse, breathing. */
export const heartAndBreathVitals: readonly PlainVital[] = reviewed('2026-11-26', [
  lab('85354-9 55284-4', {
    name: ['Blood pressure', 'Presión arterial'],
    short: ['How hard blood pushes on your vessels', 'Con qué fuerza empuja la sangre en los vasos'],
    measures: [
      'The top number is the push when the heart beats. The bottom number is the push when the heart rests.',
      'El número de arriba es la fuerza cuando el corazón late. El de abajo es la fuerza cuando el corazón descansa.',
    ],
    high: pressureHigh,
    low: pressureLow,
    next: pressureNext,
  }),
  lab('8480-6', {
    name: ['Top blood pressure number (systolic)', 'Número de arriba de la presión (sistólica)'],
    short: ['Push of blood when the heart beats', 'Fuerza de la sangre cuando el corazón late'],
    measures: [
      'It is the push of blood on your vessels when the heart beats.',
      'Es la fuerza de la sangre en los vasos cuando el corazón late.',
    ],
    high: pressureHigh,
    low: pressureLow,
    next: pressureNext,
  }),
  lab('8462-4', {
    name: ['Bottom blood pressure number (diastolic)', 'Número de abajo de la presión (diastólica)'],
    short: ['Push of blood when the heart rests', 'Fuerza de la sangre cuando el corazón descansa'],
    measures: [
      'It is the push of blood on your vessels between two heartbeats.',
      'Es la fuerza de la sangre en los vasos entre dos latidos.',
    ],
    high: pressureHigh,
    low: pressureLow,
    next: pressureNext,
  }),
  lab('8867-4', {
    name: ['Heart rate (pulse)', 'Pulso (frecuencia cardíaca)'],
    short: ['How often your heart beats in a minute', 'Cuántas veces late el corazón en un minuto'],
    measures: [
      'It counts heartbeats in one minute. In adults at rest, 60 to 100 is usual. In children it is faster.',
      'Cuenta los latidos en un minuto. En adultos en reposo, lo usual es de 60 a 100. En los niños es más rápido.',
    ],
    high: [
      'Walking, stress, fever, coffee or too little water can make it faster.',
      'Caminar, el estrés, la fiebre, el café o tomar poca agua pueden acelerarlo.',
    ],
    low: [
      'People who train a lot often have a slow pulse. Some heart pills slow it too.',
      'Quienes hacen mucho ejercicio suelen tener el pulso lento. Algunas pastillas para el corazón también lo bajan.',
    ],
    next: [
      'Call your care team if it stays fast or slow at rest. Call 911 for chest pain, fainting or trouble breathing.',
      'Llame a su equipo médico si sigue rápido o lento en reposo. Llame al 911 si hay dolor de pecho, desmayo o falta de aire.',
    ],
  }),
  lab('9279-1', {
    name: ['Breathing rate', 'Frecuencia respiratoria'],
    short: ['How many breaths you take in a minute', 'Cuántas veces respira en un minuto'],
    measures: [
      'It counts breaths in one minute. In adults at rest, 12 to 20 is usual. Small children breathe faster.',
      'Cuenta las respiraciones en un minuto. En adultos en reposo, lo usual es de 12 a 20. Los niños pequeños respiran más rápido.',
    ],
    high: [
      'Fever, worry, pain, or a lung or heart problem can make it faster.',
      'La fiebre, los nervios, el dolor o un problema de los pulmones o del corazón pueden acelerarla.',
    ],
    low: [
      'Deep sleep, strong pain pills or alcohol can slow it.',
      'El sueño profundo, las pastillas fuertes para el dolor o el alcohol pueden bajarla.',
    ],
    next: [
      'Call 911 if it is hard to breathe, or if lips or face turn blue or gray.',
      'Llame al 911 si cuesta respirar o si los labios o la cara se ponen azules o grises.',
    ],
  }),
  lab('59408-5 2708-6', {
    name: ['Oxygen level', 'Nivel de oxígeno'],
    short: ['How much oxygen your blood carries', 'Cuánto oxígeno lleva la sangre'],
    measures: [
      'It tells how full of oxygen your blood is, most often with a clip on a finger. 95 or more is usual.',
      'Indica qué tan llena de oxígeno está la sangre, casi siempre con una pinza en el dedo. Lo usual es 95 o más.',
    ],
    high: null,
    low: [
      'A lung or heart problem or high places can lower it. Nail polish and cold hands can make it look low. On dark skin it can look too high.',
      'Un problema de pulmón o corazón o los lugares altos pueden bajarlo. El esmalte de uñas y las manos frías lo hacen ver bajo. En piel oscura puede verse muy alto.',
    ],
    next: [
      'Call your care team today if it stays below 92 at rest. Call 911 if it is hard to breathe.',
      'Llame hoy a su equipo médico si sigue por debajo de 92 en reposo. Llame al 911 si cuesta respirar.',
    ],
  }),
  lab('3151-8', {
    name: ['Extra oxygen given', 'Oxígeno adicional'],
    short: ['How much oxygen was added', 'Cuánto oxígeno se agregó'],
    measures: [
      'It tells how much extra oxygen was breathed in, through a tube or a mask.',
      'Indica cuánto oxígeno adicional se respiró, por un tubo o una mascarilla.',
    ],
    high: null,
    low: null,
    next: [
      'Use oxygen at home just as it was ordered. Keep it away from flames and smoking.',
      'Use el oxígeno en casa tal como se lo indicaron. Manténgalo lejos del fuego y del cigarro.',
    ],
  }),
  lab('19935-6', {
    name: ['Peak flow', 'Flujo máximo (soplido)'],
    short: ['How fast you can blow air out', 'Qué tan rápido puede soplar'],
    measures: [
      'It tells how fast air leaves your lungs in one hard blow. It is used to follow asthma.',
      'Indica qué tan rápido sale el aire en un soplido fuerte. Se usa para vigilar el asma.',
    ],
    high: ['A high value is good.', 'Un valor alto es bueno.'],
    low: [
      'The airways may be tight. A weak blow can make it look low.',
      'Las vías del aire pueden estar cerradas. Un soplido débil lo hace ver bajo.',
    ],
    next: [
      'Follow your asthma plan. Call 911 if it is hard to breathe or to speak and the inhaler does not help.',
      'Siga su plan para el asma. Llame al 911 si cuesta respirar o hablar y el inhalador no ayuda.',
    ],
  }),
]);
