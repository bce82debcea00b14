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
  condition('42343007 88805009 84114007 441481004 I50', {
    name: ['Heart failure', 'Insuficiencia cardíaca'],
    short: ['The heart pumps less well than it should', 'El corazón bombea menos de lo que debe'],
    what: [
      'The heart still beats, but it does not pump as well as it should. Water can build up in legs and lungs.',
      'El corazón sigue latiendo, pero no bombea tan bien como debe. Puede juntarse agua en las piernas y los pulmones.',
    ],
    next: [
      'Check your weight each morning and write it down. Eat less salt and take all pills, even on good days.',
      'Pésese cada mañana y anótelo. Coma menos sal y tome todas las pastillas, aun en días buenos.',
    ],
    call: [
      'Call if you gain 3 pounds in a day or 5 in a week, or if legs swell. Call 911 for trouble breathing at rest, chest pain or fainting.',
      'Llame si sube 3 libras en un día o 5 en una semana, o si se hinchan las piernas. Llame al 911 si falta el aire en reposo, hay dolor de pecho o desmayo.',
    ],
  }),
  condition('53741008 414545008 I25.1 I25.7', {
    name: ['Narrow heart arteries', 'Arterias del corazón estrechas'],
    short: ['Less blood reaches the heart muscle', 'Llega menos sangre al músculo del corazón'],
    what: [
      'Fat has built up in the arteries that feed the heart. It is also called coronary artery disease.',
      'Se juntó grasa en las arterias que alimentan el corazón. También se llama enfermedad coronaria.',
    ],
    next: [
      'Not smoking, moving, good blood pressure and pills for cholesterol keep it from getting worse.',
      'No fumar, moverse, una buena presión y las pastillas para el colesterol evitan que empeore.',
    ],
    call: [
      'Call your care team if chest tightness comes more often or with less effort. Call 911 if it lasts more than five minutes.',
      'Llame a su equipo médico si la presión en el pecho viene más seguido o con menos esfuerzo. Llame al 911 si dura más de cinco minutos.',
    ],
  }),
  condition('1755008 399211009 I25.2', {
    name: ['Heart attack in the past', 'Infarto en el pasado'],
    short: ['Part of the heart muscle was hurt', 'Una parte del corazón se dañó'],
    what: [
      'An artery of the heart was blocked some time ago. A part of the heart muscle became a scar.',
      'Una arteria del corazón se tapó hace tiempo. Una parte del músculo se volvió cicatriz.',
    ],
    next: [
      'Take the heart pills every day. Walking, a heart class (cardiac rehab) and not smoking help a lot.',
      'Tome las pastillas del corazón todos los días. Caminar, un programa de rehabilitación y no fumar ayudan mucho.',
    ],
    call: [
      'Call 911 for chest pressure, pain in the arm or jaw, cold sweat or trouble breathing. Do not drive.',
      'Llame al 911 si hay presión en el pecho, dolor de brazo o mandíbula, sudor frío o falta de aire. No maneje.',
    ],
  }),
  condition('49436004 I48.0 I48.1 I48.2 I48.91', {
    name: ['Atrial fibrillation', 'Fibrilación auricular'],
    short: ['An uneven heartbeat', 'Un latido irregular'],
    what: [
      'The upper part of the heart beats in an uneven way. Blood can pool there and form clots, which may cause a stroke.',
      'La parte de arriba del corazón late de forma irregular. La sangre puede formar coágulos ahí y causar un derrame cerebral.',
    ],
    next: [
      'Many people take a blood thinner and a pill that slows the pulse. Do not skip doses.',
      'Muchas personas toman un anticoagulante y una pastilla que baja el pulso. No se salte dosis.',
    ],
    call: [
      'Call if the heart races or you feel dizzy. Call 911 for a drooping face, a weak arm, trouble speaking, chest pain or heavy bleeding.',
      'Llame si el corazón se acelera o hay mareo. Llame al 911 si la cara se cae, un brazo está débil, cuesta hablar, hay dolor de pecho o mucho sangrado.',
    ],
  }),
  condition('27885002 I44', {
    name: ['Heart block', 'Bloqueo del corazón'],
    short: ['The beat is passed on too slowly', 'La señal del latido pasa muy lento'],
    what: [
      'The signal for each heartbeat is slow or gets lost. Some people need a pacemaker, a small device that keeps the beat.',
      'La señal de cada latido es lenta o se pierde. Algunas personas necesitan un marcapasos, un aparato pequeño que mantiene el latido.',
    ],
    next: [
      'Go to all device or heart checks. Carry the device card if there is one.',
      'Vaya a todos los controles del corazón o del aparato. Lleve la tarjeta del aparato si la tiene.',
    ],
    call: [
      'Call today for dizzy spells or a very slow pulse. Call 911 for fainting, chest pain or trouble breathing.',
      'Llame hoy si hay mareos o un pulso muy lento. Llame al 911 si hay desmayo, dolor de pecho o falta de aire.',
    ],
  }),
  condition('55822004 13644009 370992007 E78.0 E78.2 E78.49 E78.5', {
    name: ['High cholesterol', 'Colesterol alto'],
    short: ['Too much fat in the blood', 'Demasiada grasa en la sangre'],
    what: [
      'There is too much fat in your blood. You cannot feel it. Over years it can clog blood vessels.',
      'Hay demasiada grasa en la sangre. No se siente. Con los años puede tapar los vasos.',
    ],
    next: [
      'Less fried food, more plants, moving more and often a daily pill (a statin) bring it down.',
      'Menos fritos, más verduras, moverse más y muchas veces una pastilla diaria (estatina) lo bajan.',
    ],
    call: [
      'Call if muscles get very sore after starting a pill. Call 911 for chest pain or a weak arm or leg.',
      'Llame si los músculos duelen mucho tras empezar una pastilla. Llame al 911 si hay dolor de pecho o un brazo o pierna débil.',
    ],
  }),
  condition('302870006 E78.1', {
    name: ['High triglycerides', 'Triglicéridos altos'],
    short: ['Too much of one fat in the blood', 'Demasiada de una grasa en la sangre'],
    what: [
      'Triglycerides are fat from food. A high level can clog blood vessels. A very high one can inflame the pancreas.',
      'Los triglicéridos son grasa de la comida. Si están altos pueden tapar los vasos. Si están muy altos pueden inflamar el páncreas.',
    ],
    next: [
      'Less sugar and alcohol, moving more and losing some weight bring them down.',
      'Menos azúcar y alcohol, moverse más y bajar algo de peso los bajan.',
    ],
    call: [
      'Get care right away for strong belly pain with vomiting.',
      'Busque atención enseguida si hay dolor fuerte de barriga con vómitos.',
    ],
  }),
  condition('230690007 422504002 I63 Z86.73', {
    name: ['Stroke', 'Derrame cerebral'],
    short: ['Part of the brain was without blood', 'Una parte del cerebro quedó sin sangre'],
    what: [
      'A blood vessel of the brain was blocked or bled. What was lost can come back with training.',
      'Un vaso del cerebro se tapó o sangró. Lo perdido puede volver con terapia.',
    ],
    next: [
      'Blood pressure, pills, not smoking and therapy lower the chance of another one.',
      'La presión, las pastillas, no fumar y la terapia bajan el riesgo de otro.',
    ],
    call: [
      'Call 911 at once for a drooping face, a weak arm or leg, trouble speaking or seeing. Note the time it began.',
      'Llame al 911 de inmediato si la cara se cae, un brazo o pierna está débil, o cuesta hablar o ver. Anote la hora en que empezó.',
    ],
  }),
  condition('128053003 I82.4 I82.5 I82.6', {
    name: ['Blood clot in a vein', 'Coágulo en una vena'],
    short: ['A clot, most often in the leg', 'Un coágulo, casi siempre en la pierna'],
    what: [
      'A clot blocks a vein, most often in a leg. A piece can break off and travel to the lungs.',
      'Un coágulo tapa una vena, casi siempre en la pierna. Un pedazo puede soltarse e ir a los pulmones.',
    ],
    next: [
      'A blood thinner keeps it from growing. Take every dose and ask how long it is needed.',
      'Un anticoagulante evita que crezca. Tome todas las dosis y pregunte por cuánto tiempo.',
    ],
    call: [
      'Call today if a leg swells or hurts more. Call 911 for trouble breathing, chest pain or coughing blood.',
      'Llame hoy si una pierna se hincha o duele más. Llame al 911 si falta el aire, hay dolor de pecho o tos con sangre.',
    ],
  }),
]);
