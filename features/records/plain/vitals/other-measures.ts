import { lab, type PlainVital } from '../plain-lab.ts';
import { reviewed, type Pair } from '../words.ts';

const lungNext: Pair = [
  'Your care team reads it with the other numbers of the breathing test. Call 911 if it is hard to breathe.',
  'Su equipo médico lo lee con los otros números de la prueba de aire. Llame al 911 si cuesta respirar.',
];
const lungLow: Pair = [
  'Tight or damaged airways, as in asthma or COPD, or a weak blow can lower it.',
  'Las vías estrechas o dañadas, como en el asma o la EPOC, o un soplido débil pueden bajarlo.',
];

/** Measurements beside the vital signs: lungs, heart, pregnancy, bones, memory. */
export const otherMeasures: readonly PlainVital[] = reviewed('2026-11-26', [
  lab('20150-9', {
    name: ['Air in the first second (FEV1)', 'Aire en el primer segundo (VEF1)'],
    short: ['How much air you blow out in a second', 'Cuánto aire sopla en un segundo'],
    measures: [
      'You blow as hard as you can into a tube. It counts the air of the first second.',
      'Se sopla con toda la fuerza en un tubo. Cuenta el aire del primer segundo.',
    ],
    high: ['A high value is good.', 'Un valor alto es bueno.'],
    low: lungLow,
    next: lungNext,
  }),
  lab('20152-5', {
    name: ['FEV1 beside what is expected', 'VEF1 junto a lo esperado'],
    short: ['100 is what is usual for age and size', '100 es lo usual para edad y tamaño'],
    measures: [
      'It compares the air of the first second with people of the same age, sex and size. 80 or more is usual.',
      'Compara el aire del primer segundo con personas de la misma edad, sexo y tamaño. Lo usual es 80 o más.',
    ],
    high: ['A high value is good.', 'Un valor alto es bueno.'],
    low: lungLow,
    next: lungNext,
  }),
  lab('19926-5', {
    name: ['First second beside all air (FEV1/FVC)', 'Primer segundo junto a todo el aire (VEF1/CVF)'],
    short: ['Shows whether air gets stuck', 'Muestra si el aire se queda atrapado'],
    measures: [
      'It tells which part of all the air comes out in the first second. In adults, 70 or more is usual.',
      'Indica qué parte de todo el aire sale en el primer segundo. En adultos lo usual es 70 o más.',
    ],
    high: null,
    low: ['Air leaves the lungs slowly, as in asthma or COPD.', 'El aire sale despacio, como en el asma o la EPOC.'],
    next: lungNext,
  }),
  lab('10230-1', {
    name: ['Pumping strength of the heart', 'Fuerza de bombeo del corazón'],
    short: ['Share of blood pumped with each beat', 'Parte de la sangre que sale con cada latido'],
    measures: [
      'It tells how much of its blood the heart pumps out with each beat (ejection fraction). 50 to 70 percent is usual.',
      'Indica cuánta de su sangre saca el corazón en cada latido (fracción de eyección). Lo usual es de 50 a 70 por ciento.',
    ],
    high: null,
    low: [
      'The heart muscle may be weak. With treatment it often gets stronger.',
      'El músculo del corazón puede estar débil. Con tratamiento muchas veces mejora.',
    ],
    next: [
      'Call if legs swell or your weight jumps. Call 911 for chest pain or trouble breathing at rest.',
      'Llame si se hinchan las piernas o sube de peso de golpe. Llame al 911 si hay dolor de pecho o falta de aire en reposo.',
    ],
  }),
  lab('11881-0', {
    name: ['Height of the womb', 'Altura del útero'],
    short: ['Shows how a pregnancy grows', 'Muestra cómo crece el embarazo'],
    measures: [
      'It is the length from the pubic bone to the top of the womb. From 20 weeks on, it is about as many centimeters as weeks.',
      'Es la medida del hueso del pubis a la parte alta del útero. Desde las 20 semanas son más o menos tantos centímetros como semanas.',
    ],
    high: [
      'A large baby, twins or much fluid can be reasons.',
      'Un bebé grande, gemelos o mucho líquido pueden ser razones.',
    ],
    low: ['A small baby or little fluid can be reasons.', 'Un bebé pequeño o poco líquido pueden ser razones.'],
    next: [
      'An ultrasound can look closer. Call if the baby moves less than usual.',
      'Un ultrasonido puede mirar mejor. Llame si el bebé se mueve menos de lo usual.',
    ],
  }),
  lab('55283-6', {
    name: ['Baby’s heart rate in the womb', 'Latido del bebé en el útero'],
    short: ['How often the baby’s heart beats', 'Cuántas veces late el corazón del bebé'],
    measures: [
      'It counts the heartbeats of the unborn baby in one minute. 110 to 160 is usual.',
      'Cuenta los latidos del bebé antes de nacer en un minuto. Lo usual es de 110 a 160.',
    ],
    high: ['A moving baby or fever can raise it.', 'El movimiento del bebé o la fiebre pueden subirlo.'],
    low: ['A sleeping baby or some medicines can lower it.', 'El sueño del bebé o algunas medicinas pueden bajarlo.'],
    next: [
      'Call right away if the baby moves less than usual, or for bleeding or leaking fluid.',
      'Llame enseguida si el bebé se mueve menos de lo usual, o si hay sangrado o salida de líquido.',
    ],
  }),
  lab('24701-5 80946-7', {
    name: ['Bone density (T-score)', 'Densidad de los huesos (puntaje T)'],
    short: ['How strong your bones are', 'Qué tan fuertes son los huesos'],
    measures: [
      'It compares bones with those of a healthy young adult. -1 or higher is usual. -2.5 or lower is called osteoporosis.',
      'Compara los huesos con los de un adulto joven sano. Lo usual es -1 o más. -2.5 o menos se llama osteoporosis.',
    ],
    high: [
      'Strong bones. Wear in a joint can make it look high.',
      'Huesos fuertes. El desgaste de una articulación puede hacerlo ver alto.',
    ],
    low: [
      'Bones are thinner and can break more easily. Age, menopause and steroids are common reasons.',
      'Los huesos son más delgados y pueden romperse más fácil. La edad, la menopausia y los esteroides son razones comunes.',
    ],
    next: [
      'Calcium, vitamin D and walking help. Ask whether a medicine makes sense.',
      'El calcio, la vitamina D y caminar ayudan. Pregunte si conviene una medicina.',
    ],
  }),
  lab('72172-0', {
    name: ['Memory test (MoCA)', 'Prueba de memoria (MoCA)'],
    short: ['Points from 0 to 30', 'Puntos de 0 a 30'],
    measures: [
      'It is a short test of memory, words and drawing. 26 or more is usual. School, language and a bad day change it.',
      'Es una prueba corta de memoria, palabras y dibujo. Lo usual es 26 o más. La escuela, el idioma y un mal día la cambian.',
    ],
    high: ['A high value is good.', 'Un valor alto es bueno.'],
    low: [
      'Memory or thinking may be weaker. It is no diagnosis by itself. Poor sleep or low mood can lower it too.',
      'La memoria o el pensamiento pueden estar más débiles. Por sí sola no es un diagnóstico. Dormir mal o el desánimo también la bajan.',
    ],
    next: [
      'Your care team repeats it and looks for causes that can be treated. Call the same day for sudden confusion.',
      'Su equipo médico la repite y busca causas que se puedan tratar. Llame el mismo día si hay confusión repentina.',
    ],
  }),
  lab('72166-2', {
    name: ['Smoking', 'Tabaco'],
    short: ['Smoking, as it was told to the clinic', 'El tabaco, según lo dicho a la clínica'],
    measures: ['It is what was said about smoking at that visit.', 'Es lo que se dijo sobre fumar en esa visita.'],
    high: null,
    low: null,
    next: [
      'Tell your care team if it is wrong. For free help to quit call 1-800-784-8669.',
      'Avise a su equipo médico si está mal. Para ayuda gratis para dejarlo llame al 1-855-335-3569.',
    ],
  }),
]);
