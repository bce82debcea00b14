import { condition, type PlainCondition } from '../plain-condition.ts';
import { reviewed, type Pair } from '../words.ts';

const castCall: Pair = [
  'Call today for more pain, swelling, or cold, blue or numb fingers or toes.',
  'Llame hoy si hay más dolor, hinchazón, o dedos fríos, azules o dormidos.',
];
const woundWhat: Pair = [
  'The skin was cut. It may have been closed with stitches, strips or glue.',
  'La piel se cortó. Puede haberse cerrado con puntos, tiras o pegamento.',
];
const woundNext: Pair = [
  'Keep it clean and dry at first. Ask when stitches come out and whether a tetanus shot is due.',
  'Manténgala limpia y seca al inicio. Pregunte cuándo se quitan los puntos y si toca la vacuna del tétanos.',
];
const woundCall: Pair = [
  'Call for more redness, pus, fever, or if it opens. Call 911 if bleeding does not stop after ten minutes of firm pressure.',
  'Llame si hay más enrojecimiento, pus, fiebre o si se abre. Llame al 911 si el sangrado no para con diez minutos de presión firme.',
];

/** Bones, joints, wounds and skin. */
export const boneAndSkinConditions: readonly PlainCondition[] = reviewed('2026-11-26', [
  condition('396275006 239872002 239873007 201834006 M15 M16 M17 M18 M19', {
    name: ['Arthritis from wear (osteoarthritis)', 'Artritis por desgaste (artrosis)'],
    short: ['The cushion in a joint gets thin', 'El cojín de la articulación se adelgaza'],
    what: [
      'The smooth cushion in a joint gets thin. Knees, hips and hands hurt and feel stiff. It is common with age.',
      'El cojín liso de la articulación se adelgaza. Rodillas, caderas y manos duelen y se ponen rígidas. Es común con la edad.',
    ],
    next: [
      'Walking, strong muscles and less weight help most. Ask before you take ibuprofen for long.',
      'Caminar, músculos fuertes y menos peso ayudan más. Pregunte antes de tomar ibuprofeno por mucho tiempo.',
    ],
    call: [
      'Call for a hot, red or very swollen joint, or fever with joint pain.',
      'Llame si una articulación está caliente, roja o muy hinchada, o si hay fiebre con dolor.',
    ],
  }),
  condition('69896004 M05 M06.0 M06.8 M06.9', {
    name: ['Rheumatoid arthritis', 'Artritis reumatoide'],
    short: ['The body attacks its own joints', 'El cuerpo ataca sus articulaciones'],
    what: [
      'The defenses of the body attack the joints. They swell and are stiff in the morning, often on both sides.',
      'Las defensas del cuerpo atacan las articulaciones. Se hinchan y amanecen rígidas, muchas veces en ambos lados.',
    ],
    next: [
      'Medicine that is started early protects the joints. Blood tests keep it safe.',
      'La medicina que se empieza pronto protege las articulaciones. Los análisis la hacen segura.',
    ],
    call: [
      'Call for fever or signs of infection while on this medicine, or a flare that does not calm.',
      'Llame si hay fiebre o señales de infección con esta medicina, o una crisis que no se calma.',
    ],
  }),
  condition('64859006 102447009 M80 M81', {
    name: ['Osteoporosis', 'Osteoporosis'],
    short: ['Bones that break more easily', 'Huesos que se rompen más fácil'],
    what: [
      'Bones have become thin and can break after a small fall. You cannot feel it before that.',
      'Los huesos se adelgazaron y pueden romperse tras una caída pequeña. Antes de eso no se siente.',
    ],
    next: [
      'Bone pills or shots, calcium, vitamin D and exercise help. Make the home safe from falls.',
      'Las pastillas o inyecciones, el calcio, la vitamina D y el ejercicio ayudan. Evite caídas en casa.',
    ],
    call: [
      'Call for sudden back pain, or pain after a fall. Call 911 if a person cannot stand or move a limb.',
      'Llame si hay dolor de espalda repentino o dolor tras una caída. Llame al 911 si no puede pararse o mover un brazo o pierna.',
    ],
  }),
  condition('312894000 M85.8', {
    name: ['Thin bones (osteopenia)', 'Huesos delgados (osteopenia)'],
    short: ['Bones a little weaker than usual', 'Huesos algo más débiles de lo usual'],
    what: [
      'Bones are a little thinner than usual, but it is not osteoporosis.',
      'Los huesos están algo más delgados de lo usual, pero no es osteoporosis.',
    ],
    next: [
      'Walking, calcium, vitamin D and not smoking keep bones strong. The scan is done again after some years.',
      'Caminar, el calcio, la vitamina D y no fumar fortalecen los huesos. El estudio se repite a los años.',
    ],
    call: [
      'Call for sudden back pain, or pain after a fall.',
      'Llame si hay dolor de espalda repentino o dolor tras una caída.',
    ],
  }),
  condition('279039007 278860009 134407002 M54.5', {
    name: ['Low back pain', 'Dolor de espalda baja'],
    short: ['Common, and most often it passes', 'Común, y casi siempre se pasa'],
    what: [
      'Muscles or joints of the lower back hurt. Most people feel better in some weeks, and seldom need a scan.',
      'Duelen los músculos o articulaciones de la espalda baja. La mayoría mejora en semanas y rara vez necesita estudios.',
    ],
    next: [
      'Keep moving, use heat, and do gentle stretches. Bed rest makes it last longer.',
      'Siga moviéndose, use calor y estírese suave. Quedarse en cama lo alarga.',
    ],
    call: [
      'Call for fever, weight loss, or pain after a fall. Call 911 for a weak leg, a numb groin, or trouble holding urine or stool.',
      'Llame si hay fiebre, pérdida de peso o dolor tras una caída. Llame al 911 si una pierna está débil, la ingle dormida, o no aguanta la orina o las heces.',
    ],
  }),
  condition('23056005 M54.3 M54.4', {
    name: ['Sciatica', 'Ciática'],
    short: ['Pain from the back down a leg', 'Dolor de la espalda a la pierna'],
    what: [
      'A nerve of the lower back is pressed. Pain runs down the leg. Most people feel better in some weeks.',
      'Un nervio de la espalda baja está apretado. El dolor baja por la pierna. La mayoría mejora en semanas.',
    ],
    next: ['Keep moving as much as you can. Heat helps.', 'Muévase lo que pueda. El calor ayuda.'],
    call: [
      'Call if the leg gets weaker. Call 911 for a numb groin, or trouble holding urine or stool.',
      'Llame si la pierna se debilita. Llame al 911 si la ingle está dormida, o no aguanta la orina o las heces.',
    ],
  }),
  condition('90560007 M10', {
    name: ['Gout', 'Gota'],
    short: ['Crystals that inflame a joint', 'Cristales que inflaman una articulación'],
    what: [
      'Uric acid forms crystals in a joint, often the big toe. It gets hot, red and very sore.',
      'El ácido úrico forma cristales en una articulación, muchas veces el dedo gordo del pie. Se pone caliente, roja y duele mucho.',
    ],
    next: [
      'Less beer, meat and sweet drinks help. A daily pill can keep attacks away.',
      'Menos cerveza, carne y bebidas dulces ayudan. Una pastilla diaria puede evitar los ataques.',
    ],
    call: [
      'Call when an attack starts: early medicine works best. Get care the same day for fever with a hot joint.',
      'Llame cuando empieza un ataque: la medicina temprana funciona mejor. Busque atención el mismo día si hay fiebre con una articulación caliente.',
    ],
  }),
  condition('44465007 70704007 S93.4 S63.5', {
    name: ['Sprain', 'Esguince'],
    short: ['A stretched or torn band of a joint', 'Una banda de la articulación estirada o rota'],
    what: [
      'A strong band that holds a joint was stretched or torn. No bone is broken.',
      'Se estiró o rompió una banda fuerte que sostiene la articulación. Ningún hueso está roto.',
    ],
    next: [
      'Rest it, cool it, wrap it and raise it for two days. Then move it a little more each day.',
      'Dos días de descanso, frío, venda y elevación. Después muévala un poco más cada día.',
    ],
    call: [
      'Call if you cannot put weight on it after a few days, or toes or fingers are numb or blue.',
      'Llame si no puede apoyar después de unos días, o si los dedos están dormidos o azules.',
    ],
  }),
  condition('16114001 S82.1 S82.2 S82.3 S82.4 S82.5 S82.6 S82.8 S82.9', {
    name: ['Broken ankle or lower leg', 'Fractura de tobillo o pierna'],
    short: ['A bone of the lower leg is broken', 'Un hueso de la pierna está roto'],
    what: [
      'A bone of the ankle or lower leg is broken. It heals in about six to twelve weeks.',
      'Un hueso del tobillo o de la pierna está roto. Sana en unas seis a doce semanas.',
    ],
    next: [
      'Keep the leg raised. Keep a cast dry. Ask when you may put weight on it.',
      'Mantenga la pierna en alto. Cuide que el yeso no se moje. Pregunte cuándo puede apoyar.',
    ],
    call: castCall,
  }),
  condition('5913000 S72.0', {
    name: ['Broken hip', 'Fractura de cadera'],
    short: ['The thigh bone broke near the hip', 'El fémur se rompió cerca de la cadera'],
    what: [
      'The thigh bone broke near the hip. It is most often fixed with surgery.',
      'El hueso del muslo se rompió cerca de la cadera. Casi siempre se repara con cirugía.',
    ],
    next: [
      'Therapy helps with walking again. Ask about bone strength and how to stay safe from falls.',
      'La terapia ayuda a caminar de nuevo. Pregunte por la fuerza de los huesos y cómo evitar caídas.',
    ],
    call: [
      'Call for fever, a red or wet wound, or new pain. Call 911 for trouble breathing, chest pain or a leg that suddenly turns or gets short.',
      'Llame si hay fiebre, herida roja o mojada, o dolor nuevo. Llame al 911 si falta el aire, hay dolor de pecho o la pierna gira o se acorta de golpe.',
    ],
  }),
  condition('33737001 S22.3', {
    name: ['Broken rib', 'Costilla rota'],
    short: ['It heals by itself in about six weeks', 'Sana sola en unas seis semanas'],
    what: [
      'A rib is cracked. It hurts to breathe deep or cough. It heals by itself.',
      'Una costilla está rota. Duele al respirar hondo o toser. Sana sola.',
    ],
    next: [
      'Take deep breaths each hour, so that lungs stay open. Hold a pillow on it when you cough.',
      'Respire hondo cada hora para abrir los pulmones. Apriete una almohada al toser.',
    ],
    call: [
      'Call for fever or more cough. Call 911 if it gets harder to breathe or you cough up blood.',
      'Llame si hay fiebre o más tos. Llame al 911 si cuesta más respirar o tose sangre.',
    ],
  }),
  condition('65966004 S52', {
    name: ['Broken forearm or wrist', 'Fractura de antebrazo o muñeca'],
    short: ['A bone of the lower arm is broken', 'Un hueso del antebrazo está roto'],
    what: [
      'A bone between elbow and hand is broken. It heals in about six weeks.',
      'Un hueso entre el codo y la mano está roto. Sana en unas seis semanas.',
    ],
    next: [
      'Keep the arm raised and the cast dry. Move the fingers.',
      'Mantenga el brazo en alto y el yeso seco. Mueva los dedos.',
    ],
    call: castCall,
  }),
  condition('58150001 S42.0', {
    name: ['Broken collarbone', 'Fractura de clavícula'],
    short: ['The bone above the chest is broken', 'El hueso sobre el pecho está roto'],
    what: [
      'The collarbone is broken. A sling holds it while it heals, for about six weeks.',
      'La clavícula está rota. Un cabestrillo la sostiene mientras sana, unas seis semanas.',
    ],
    next: ['Wear the sling and move the elbow and fingers.', 'Use el cabestrillo y mueva el codo y los dedos.'],
    call: castCall,
  }),
  condition('283371005 S51.81 S51.82', {
    name: ['Cut on the forearm', 'Herida en el antebrazo'],
    short: ['The skin of the forearm was cut', 'Se cortó la piel del antebrazo'],
    what: woundWhat,
    next: woundNext,
    call: woundCall,
  }),
  condition('284549007 S61.41 S61.42', {
    name: ['Cut on the hand', 'Herida en la mano'],
    short: ['The skin of the hand was cut', 'Se cortó la piel de la mano'],
    what: woundWhat,
    next: woundNext,
    call: woundCall,
  }),
  condition('283385000 S71.11 S71.12', {
    name: ['Cut on the thigh', 'Herida en el muslo'],
    short: ['The skin of the thigh was cut', 'Se cortó la piel del muslo'],
    what: woundWhat,
    next: woundNext,
    call: woundCall,
  }),
  condition('370247008', {
    name: ['Cut on the face', 'Herida en la cara'],
    short: ['The skin of the face was cut', 'Se cortó la piel de la cara'],
    what: woundWhat,
    next: woundNext,
    call: woundCall,
  }),
  condition('39065001 403190006 T20.0 T20.1 T20.2 T30', {
    name: ['Burn', 'Quemadura'],
    short: ['Skin hurt by heat', 'Piel dañada por el calor'],
    what: [
      'The skin was hurt by heat. Red skin heals in days. Blisters take two to three weeks.',
      'El calor dañó la piel. La piel roja sana en días. Las ampollas tardan de dos a tres semanas.',
    ],
    next: [
      'Keep it clean and covered. Do not break blisters or use ice or butter. Ask whether a tetanus shot is due.',
      'Manténgala limpia y cubierta. No rompa las ampollas ni use hielo o mantequilla. Pregunte si toca la vacuna del tétanos.',
    ],
    call: [
      'Call for fever, pus, more redness or more pain. Call 911 for a large or deep burn, or trouble breathing after a fire.',
      'Llame si hay fiebre, pus, más enrojecimiento o más dolor. Llame al 911 si es grande o profunda, o cuesta respirar tras un incendio.',
    ],
  }),
  condition('24079001 43116000 L20 L30.9', {
    name: ['Eczema', 'Eccema (dermatitis)'],
    short: ['Dry, itchy skin that comes and goes', 'Piel seca que pica, va y viene'],
    what: [
      'The skin is dry, red and itchy. It comes and goes, and runs in families. It is not catching.',
      'La piel está seca, roja y pica. Va y viene, y es de familia. No se contagia.',
    ],
    next: [
      'Thick cream twice a day, short lukewarm baths and mild soap help. Use the medicine cream on red spots.',
      'La crema espesa dos veces al día, baños tibios cortos y jabón suave ayudan. Use la crema medicinal en lo rojo.',
    ],
    call: [
      'Call for yellow crusts, pus or fever, or if itching ruins sleep. Get care the same day for painful blisters that spread fast.',
      'Llame si hay costras amarillas, pus o fiebre, o si la picazón no deja dormir. Busque atención el mismo día si hay ampollas dolorosas que avanzan rápido.',
    ],
  }),
  condition('9014002 L40', {
    name: ['Psoriasis', 'Psoriasis'],
    short: ['Thick, scaly patches of skin', 'Placas de piel gruesa con escamas'],
    what: [
      'Skin grows too fast and forms thick, scaly patches. It is not catching.',
      'La piel crece muy rápido y forma placas gruesas con escamas. No se contagia.',
    ],
    next: ['Creams, light or other medicine can calm it.', 'Las cremas, la luz u otras medicinas pueden calmarla.'],
    call: [
      'Call for sore, swollen joints, or skin that is red all over with fever.',
      'Llame si duelen o se hinchan las articulaciones, o si toda la piel está roja con fiebre.',
    ],
  }),
  condition('128045006 L03', {
    name: ['Skin infection', 'Infección de la piel'],
    short: ['Red, warm, sore skin', 'Piel roja, caliente y dolorosa'],
    what: [
      'Germs got into the skin. It is red, warm and sore, and may spread.',
      'Los gérmenes entraron en la piel. Está roja, caliente y duele, y puede extenderse.',
    ],
    next: [
      'Finish all of the medicine and keep the limb raised. Draw a line around the red part to see if it grows.',
      'Termine toda la medicina y mantenga en alto el brazo o la pierna. Marque el borde rojo para ver si crece.',
    ],
    call: [
      'Call today if it spreads past the line or there is fever. Call 911 for confusion, fast breathing or very strong pain.',
      'Llame hoy si pasa la marca o hay fiebre. Llame al 911 si hay confusión, respiración rápida o dolor muy fuerte.',
    ],
  }),
  condition('241929008 T78.4', {
    name: ['Allergic reaction', 'Reacción alérgica'],
    short: ['The body reacts to something', 'El cuerpo reacciona a algo'],
    what: [
      'The body reacted to a food, a medicine, an insect or something else, with a rash, itching or swelling.',
      'El cuerpo reaccionó a una comida, una medicina, un insecto u otra cosa, con sarpullido, picazón o hinchazón.',
    ],
    next: [
      'Find out what set it off and keep away from it. Carry the epinephrine pen if you were given one.',
      'Averigüe qué la causó y evítelo. Lleve la pluma de epinefrina si se la recetaron.',
    ],
    call: [
      'Use the pen and call 911 for trouble breathing, a swollen face or tongue, vomiting with hives, or fainting.',
      'Use la pluma y llame al 911 si cuesta respirar, se hincha la cara o la lengua, hay vómitos con ronchas, o desmayo.',
    ],
  }),
  condition('68962001 M79.1', {
    name: ['Muscle pain', 'Dolor muscular'],
    short: ['Sore muscles', 'Músculos adoloridos'],
    what: [
      'Muscles hurt. Hard work, a virus or some medicines can cause it.',
      'Los músculos duelen. El esfuerzo, un virus o algunas medicinas pueden causarlo.',
    ],
    next: ['Rest, warmth and gentle moving help.', 'El descanso, el calor y moverse suave ayudan.'],
    call: [
      'Call if it began with a new medicine, or lasts more than a week. Get care today for dark urine or weak muscles.',
      'Llame si empezó con una medicina nueva o dura más de una semana. Busque atención hoy si la orina es oscura o hay debilidad.',
    ],
  }),
  condition('57676002 M25.5', {
    name: ['Joint pain', 'Dolor de articulaciones'],
    short: ['One or more joints hurt', 'Duele una o más articulaciones'],
    what: [
      'Joints hurt. Wear, a strain, a virus or an inflammation can cause it.',
      'Las articulaciones duelen. El desgaste, un esfuerzo, un virus o una inflamación pueden causarlo.',
    ],
    next: ['Gentle moving, warmth or cold can help.', 'Moverse suave, el calor o el frío pueden ayudar.'],
    call: [
      'Call today for a hot, red, swollen joint or fever.',
      'Llame hoy si una articulación está caliente, roja o hinchada, o si hay fiebre.',
    ],
  }),
]);
