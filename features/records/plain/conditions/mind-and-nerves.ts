import { condition, type PlainCondition } from '../plain-condition.ts';
import { reviewed, type Pair } from '../words.ts';

const crisis: Pair = [
  'Call or text 988 any time, day or night, if you think of dying or of self-harm. Call 911 if life is in danger.',
  'Llame al 988 a cualquier hora si piensa en morir o en hacerse daño (oprima 2 para español). Llame al 911 si la vida corre peligro.',
];
const seizureCall: Pair = [
  'Call 911 for a seizure longer than five minutes, a second one right after, trouble breathing, an injury, or in water.',
  'Llame al 911 si la convulsión dura más de cinco minutos, viene otra enseguida, cuesta respirar, hay golpes o fue en el agua.',
];

/** Mind, sleep, brain and nerves. */
export const mindAndNerveConditions: readonly PlainCondition[] = reviewed('2026-11-26', [
  condition('35489007 370143000 36923009 F32 F33', {
    name: ['Depression', 'Depresión'],
    short: ['Low mood that does not lift', 'Ánimo bajo que no se va'],
    what: [
      'Low mood or no joy for weeks, with changes in sleep, food or energy. It is an illness, not a weakness.',
      'Ánimo bajo o falta de alegría por semanas, con cambios de sueño, apetito o energía. Es una enfermedad, no una debilidad.',
    ],
    next: [
      'Talking with a therapist, medicine and moving each day help. Pills need some weeks to work.',
      'Hablar con un terapeuta, la medicina y moverse cada día ayudan. Las pastillas tardan unas semanas en funcionar.',
    ],
    call: crisis,
  }),
  condition('197480006 48694002 F41', {
    name: ['Anxiety', 'Ansiedad'],
    short: ['Worry or fear that is hard to stop', 'Preocupación o miedo difícil de parar'],
    what: [
      'Worry or fear is so strong that it gets in the way of daily life. The heart may race and sleep may be poor.',
      'La preocupación o el miedo son tan fuertes que estorban la vida diaria. El corazón puede acelerarse y se duerme mal.',
    ],
    next: [
      'Therapy works well. Slow breathing, less coffee, sleep and at times medicine help.',
      'La terapia funciona bien. Respirar despacio, menos café, dormir y a veces la medicina ayudan.',
    ],
    call: crisis,
  }),
  condition('47505003 F43.1', {
    name: ['Stress after trauma (PTSD)', 'Estrés después de un trauma (TEPT)'],
    short: ['A bad event that keeps coming back', 'Un hecho grave que sigue volviendo'],
    what: [
      'After something terrible, memories and bad dreams keep coming back, and the body stays on guard.',
      'Después de algo terrible, los recuerdos y pesadillas vuelven, y el cuerpo sigue en alerta.',
    ],
    next: [
      'Special kinds of talk therapy help most people. Medicine can help too.',
      'Tipos especiales de terapia ayudan a la mayoría. La medicina también puede ayudar.',
    ],
    call: crisis,
  }),
  condition('73595000 Z73.3', {
    name: ['Stress', 'Estrés'],
    short: ['Feeling under pressure', 'Sentirse bajo presión'],
    what: [
      'Life feels like too much at this time. Stress can cause poor sleep, headaches and a short temper.',
      'La vida se siente demasiado en este momento. El estrés puede causar mal sueño, dolor de cabeza y mal humor.',
    ],
    next: [
      'Rest, walking, and talking with someone you trust help. Tell your care team what is hard right now.',
      'El descanso, caminar y hablar con alguien de confianza ayudan. Cuente a su equipo médico qué es lo difícil.',
    ],
    call: crisis,
  }),
  condition('406506008 192127007 F90', {
    name: ['ADHD', 'TDAH'],
    short: ['Trouble with focus or sitting still', 'Dificultad para concentrarse o estar quieto'],
    what: [
      'The brain has trouble with focus, with sitting still or with acting too fast. It begins in childhood.',
      'Al cerebro le cuesta concentrarse, estar quieto o no actuar de golpe. Empieza en la niñez.',
    ],
    next: [
      'Clear routines, help at school, therapy and at times medicine help.',
      'Las rutinas claras, el apoyo en la escuela, la terapia y a veces la medicina ayudan.',
    ],
    call: [
      'Call if medicine upsets sleep, mood or eating. Call 911 for chest pain or fainting.',
      'Llame si la medicina altera el sueño, el ánimo o el apetito. Llame al 911 si hay dolor de pecho o desmayo.',
    ],
  }),
  condition('52448006 26929004 F03 G30', {
    name: ['Dementia', 'Demencia'],
    short: ['Memory and thinking get weaker', 'La memoria y el pensamiento se debilitan'],
    what: [
      'Memory and thinking get weaker over years. Alzheimer’s disease is the most common kind.',
      'La memoria y el pensamiento se debilitan con los años. El Alzheimer es el tipo más común.',
    ],
    next: [
      'Routines, labels and good light help at home. Plan early who decides. Caregivers need rest too.',
      'Las rutinas, las etiquetas y buena luz ayudan en casa. Planee pronto quién decide. Quien cuida también necesita descanso.',
    ],
    call: [
      'Call the same day for sudden confusion, a fall, fever or not drinking. Call 911 if a person is lost or in danger.',
      'Llame el mismo día si hay confusión repentina, caída, fiebre o no toma líquidos. Llame al 911 si la persona está perdida o en peligro.',
    ],
  }),
  condition('37796009 G43', {
    name: ['Migraine', 'Migraña'],
    short: ['Strong headaches that come back', 'Dolores de cabeza fuertes que vuelven'],
    what: [
      'Strong headaches that come back, often with an upset stomach and pain from light or noise.',
      'Dolores de cabeza fuertes que vuelven, muchas veces con náusea y molestia por luz o ruido.',
    ],
    next: [
      'Take the pill early and rest in the dark. Note what sets it off. If attacks are frequent, ask about daily medicine.',
      'Tome la pastilla pronto y descanse a oscuras. Anote qué la causa. Si es frecuente, pregunte por una medicina diaria.',
    ],
    call: [
      'Call if pills are needed more than two days a week. Call 911 for the worst headache ever, a weak side, trouble speaking or a stiff neck.',
      'Llame si necesita pastillas más de dos días por semana. Llame al 911 si es el peor dolor de su vida, un lado está débil, cuesta hablar o el cuello está rígido.',
    ],
  }),
  condition('398057008 25064002 G44.2 R51', {
    name: ['Headache', 'Dolor de cabeza'],
    short: ['Most often from tight muscles', 'Casi siempre por músculos tensos'],
    what: [
      'The head hurts or feels tight. Stress, poor sleep, little water or eye strain are common reasons.',
      'La cabeza duele o se siente apretada. El estrés, dormir mal, poca agua o forzar la vista son razones comunes.',
    ],
    next: ['Rest, water and a walk can help.', 'El descanso, el agua y una caminata pueden ayudar.'],
    call: [
      'Call if it comes often or breaks your sleep. Call 911 for the worst headache ever, fever with a stiff neck, a weak side or confusion.',
      'Llame si viene seguido o le despierta. Llame al 911 si es el peor de su vida, hay fiebre con cuello rígido, un lado débil o confusión.',
    ],
  }),
  condition('84757009 128613002 G40', {
    name: ['Epilepsy', 'Epilepsia'],
    short: ['Seizures that can come back', 'Convulsiones que pueden volver'],
    what: [
      'Bursts in the brain cause seizures. With medicine most people have few or none.',
      'Descargas del cerebro causan convulsiones. Con medicina la mayoría tiene pocas o ninguna.',
    ],
    next: [
      'Never skip doses. Sleep enough. Ask about driving, swimming and heights.',
      'Nunca se salte dosis. Duerma bien. Pregunte por manejar, nadar y subir a alturas.',
    ],
    call: seizureCall,
  }),
  condition('703151001', {
    name: ['One seizure in the past', 'Una convulsión en el pasado'],
    short: ['It may never come back', 'Puede no volver nunca'],
    what: [
      'There was one seizure. Many people never have another one.',
      'Hubo una convulsión. Muchas personas no tienen otra.',
    ],
    next: [
      'Sleep enough and avoid much alcohol. Ask when you may drive.',
      'Duerma bien y evite mucho alcohol. Pregunte cuándo puede manejar.',
    ],
    call: seizureCall,
  }),
  condition('193462001 G47.0', {
    name: ['Trouble sleeping', 'Insomnio'],
    short: ['Hard to fall or stay asleep', 'Cuesta dormirse o seguir dormido'],
    what: [
      'It is hard to fall asleep or to stay asleep, and days are tiring.',
      'Cuesta dormirse o seguir dormido, y de día hay cansancio.',
    ],
    next: [
      'Get up at the same time each day. No screens in bed. A sleep class (CBT-I) works better than pills.',
      'Levántese siempre a la misma hora. Sin pantallas en la cama. Una terapia del sueño funciona mejor que las pastillas.',
    ],
    call: [
      'Call if it lasts more than a month, or if you feel low or fall asleep when driving.',
      'Llame si dura más de un mes, o si hay desánimo o sueño al manejar.',
    ],
  }),
  condition('110030002 62106007 S06.0', {
    name: ['Concussion', 'Conmoción cerebral'],
    short: ['The brain was shaken by a blow', 'Un golpe sacudió el cerebro'],
    what: [
      'A blow shook the brain. Headache, dizzy spells and slow thinking pass in days to weeks.',
      'Un golpe sacudió el cerebro. El dolor de cabeza, el mareo y la lentitud pasan en días o semanas.',
    ],
    next: [
      'Rest for a day or two, then do a little more each day. No sports until cleared.',
      'Descanse uno o dos días y luego haga un poco más cada día. Nada de deportes hasta tener permiso.',
    ],
    call: [
      'Call 911 for more headache, vomiting again and again, a seizure, a weak side, or if a person is hard to wake.',
      'Llame al 911 si el dolor aumenta, vomita una y otra vez, convulsiona, un lado está débil o cuesta despertar a la persona.',
    ],
  }),
  condition('10939881000119105 7200002 F10', {
    name: ['Alcohol use that can harm', 'Consumo de alcohol que puede dañar'],
    short: ['Drinking more than is safe', 'Beber más de lo seguro'],
    what: [
      'Drinking is at a level that can harm health, work or family. Many people want to cut down, and help works.',
      'El consumo llega a un nivel que puede dañar la salud, el trabajo o la familia. Muchas personas quieren bajarle, y la ayuda funciona.',
    ],
    next: [
      'Counting drinks, days without alcohol, groups and medicine help. If you drink each day, do not stop all at once alone.',
      'Contar los tragos, días sin alcohol, los grupos y la medicina ayudan. Si bebe a diario, no lo deje de golpe sin ayuda.',
    ],
    call: [
      'Free help day and night: 1-800-662-4357. Call 911 for shaking with confusion, a seizure, or if a person cannot be woken.',
      'Ayuda gratis a toda hora: 1-800-662-4357. Llame al 911 si hay temblor con confusión, convulsión, o la persona no despierta.',
    ],
  }),
  condition('361055000 6525002 F19', {
    name: ['Drug use that can harm', 'Consumo de drogas que puede dañar'],
    short: ['Use of drugs in an unsafe way', 'Uso de drogas de forma insegura'],
    what: [
      'Drugs or pills are used in a way that can harm. It is a health matter, not a judgment.',
      'Se usan drogas o pastillas de una forma que puede dañar. Es un asunto de salud, no un juicio.',
    ],
    next: [
      'Treatment works. Keep naloxone spray at home: it can stop an overdose.',
      'El tratamiento funciona. Tenga naloxona en casa: puede detener una sobredosis.',
    ],
    call: [
      'Free help day and night: 1-800-662-4357. Call 911 for slow breathing, blue lips, or if a person cannot be woken.',
      'Ayuda gratis a toda hora: 1-800-662-4357. Llame al 911 si la respiración es lenta, los labios azules, o la persona no despierta.',
    ],
  }),
  condition('449868002 F17 Z72.0', {
    name: ['Smoking or tobacco use', 'Fumar o usar tabaco'],
    short: ['Tobacco use, which is hard to stop', 'Uso de tabaco, difícil de dejar'],
    what: [
      'Nicotine makes it hard to stop. Stopping helps heart and lungs at any age.',
      'La nicotina hace difícil dejarlo. Dejarlo ayuda al corazón y los pulmones a cualquier edad.',
    ],
    next: [
      'Patches, gum, pills and a coach double the chance. Most people need more than one try.',
      'Los parches, el chicle, las pastillas y un asesor duplican la posibilidad. La mayoría necesita más de un intento.',
    ],
    call: [
      'Free help to quit: 1-800-784-8669. Call your care team for a cough with blood or weight loss.',
      'Ayuda gratis para dejarlo: 1-855-335-3569. Llame a su equipo médico si hay tos con sangre o pérdida de peso.',
    ],
  }),
]);
