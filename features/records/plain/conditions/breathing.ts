import { condition, type PlainCondition } from '../plain-condition.ts';
import { reviewed, type Pair } from '../words.ts';

const breathCall: Pair = [
  'Call if it gets worse after a few days or fever comes back. Call 911 if it is hard to breathe or lips turn blue.',
  'Llame si empeora después de unos días o vuelve la fiebre. Llame al 911 si cuesta respirar o los labios se ponen azules.',
];

/** Lungs, nose, throat and ears. */
export const breathingConditions: readonly PlainCondition[] = reviewed('2026-11-26', [
  condition('195967001 233678006 31387002 J45', {
    name: ['Asthma', 'Asma'],
    short: ['Airways that tighten at times', 'Vías del aire que se cierran a veces'],
    what: [
      'The tubes that carry air swell and get tight at times. Dust, pets, colds, smoke or running can set it off.',
      'Los tubos que llevan el aire se hinchan y se cierran a veces. El polvo, las mascotas, los resfriados, el humo o correr pueden causarlo.',
    ],
    next: [
      'Know your plan: which inhaler is for every day and which is for attacks. Keep the quick one near.',
      'Conozca su plan: qué inhalador es para cada día y cuál para los ataques. Tenga cerca el rápido.',
    ],
    call: [
      'Call if the quick inhaler is needed more than twice a week. Call 911 if it does not help, or speaking is hard.',
      'Llame si usa el inhalador rápido más de dos veces por semana. Llame al 911 si no ayuda o cuesta hablar.',
    ],
  }),
  condition('13645005 87433001 185086009 J43 J44', {
    name: ['COPD', 'EPOC'],
    short: ['Lungs that let air out slowly', 'Pulmones que sacan el aire despacio'],
    what: [
      'The lungs are damaged and air gets stuck. Smoking is the most common reason. It makes breathing harder over time.',
      'Los pulmones están dañados y el aire se queda atrapado. Fumar es la razón más común. Con el tiempo cuesta más respirar.',
    ],
    next: [
      'Stopping smoking helps at any age. Use inhalers daily, walk, and get flu and pneumonia shots.',
      'Dejar de fumar ayuda a cualquier edad. Use los inhaladores a diario, camine y póngase las vacunas de gripe y neumonía.',
    ],
    call: [
      'Call the same day for more cough, more or darker phlegm, or less breath. Call 911 if it is hard to breathe at rest or a person is confused.',
      'Llame el mismo día si hay más tos, más flema u oscura, o menos aire. Llame al 911 si cuesta respirar en reposo o hay confusión.',
    ],
  }),
  condition('10509002 32398004 J20 J40', {
    name: ['Bronchitis', 'Bronquitis'],
    short: ['A chest cold with cough', 'Un resfriado de pecho con tos'],
    what: [
      'A virus irritates the airways. The cough can last two to three weeks. Antibiotics mostly do not help.',
      'Un virus irrita las vías del aire. La tos puede durar de dos a tres semanas. Los antibióticos casi nunca ayudan.',
    ],
    next: [
      'Rest, drink plenty and avoid smoke. Honey can calm a cough, but not in babies under one year.',
      'Descanse, tome líquidos y evite el humo. La miel calma la tos, pero no en bebés menores de un año.',
    ],
    call: breathCall,
  }),
  condition('444814009 36971009 75498004 J01', {
    name: ['Sinus infection', 'Sinusitis'],
    short: ['Swollen spaces behind nose and cheeks', 'Huecos de nariz y mejillas inflamados'],
    what: [
      'The spaces behind the nose and cheeks are swollen. A virus is the usual reason, and it clears in about ten days.',
      'Los huecos detrás de la nariz y las mejillas están inflamados. Casi siempre es un virus y se va en unos diez días.',
    ],
    next: [
      'Rinse the nose with salt water, rest and drink plenty.',
      'Enjuague la nariz con agua y sal, descanse y tome líquidos.',
    ],
    call: [
      'Call if it lasts more than ten days, or gets better and then worse. Get care right away for a swollen eye, stiff neck or confusion.',
      'Llame si dura más de diez días o mejora y luego empeora. Busque atención enseguida si hay un ojo hinchado, cuello rígido o confusión.',
    ],
  }),
  condition('40055000 J32', {
    name: ['Long-lasting sinus problem', 'Sinusitis crónica'],
    short: ['A blocked nose for three months or more', 'Nariz tapada tres meses o más'],
    what: [
      'The spaces behind the nose stay swollen for three months or more. Allergies or soft growths (polyps) can be behind it.',
      'Los huecos de la nariz siguen inflamados tres meses o más. Puede haber alergias o bultos blandos (pólipos).',
    ],
    next: [
      'Salt water rinses and nose sprays, used every day, help most people.',
      'Los enjuagues con agua y sal y los rociadores, usados a diario, ayudan a la mayoría.',
    ],
    call: [
      'Call if daily sprays do not help. Get care right away for a swollen eye, stiff neck or confusion.',
      'Llame si los rociadores diarios no ayudan. Busque atención enseguida si hay un ojo hinchado, cuello rígido o confusión.',
    ],
  }),
  condition('61582004 446096008 232353008 367498001 J30.1 J30.2 J30.5 J30.8 J30.9', {
    name: ['Hay fever (nose allergy)', 'Alergia nasal (rinitis)'],
    short: ['Sneezing and itching from an allergy', 'Estornudos y picazón por alergia'],
    what: [
      'Pollen, dust, pets or mold make the nose and eyes itch and run. It is not an infection.',
      'El polen, el polvo, las mascotas o el moho hacen picar y gotear la nariz y los ojos. No es una infección.',
    ],
    next: [
      'Stay away from what sets it off. Nose sprays work best when used every day.',
      'Evite lo que la causa. Los rociadores nasales funcionan mejor si se usan todos los días.',
    ],
    call: [
      'Call if sleep or school suffers, or if you wheeze. Call 911 for a swollen face or trouble breathing.',
      'Llame si afecta el sueño o la escuela, o si hay silbidos al respirar. Llame al 911 si se hincha la cara o cuesta respirar.',
    ],
  }),
  condition('195662009 363746003 J02', {
    name: ['Sore throat', 'Dolor de garganta'],
    short: ['Most often from a virus', 'Casi siempre por un virus'],
    what: [
      'The throat is red and hurts. A virus is the usual reason, so antibiotics do not help.',
      'La garganta está roja y duele. Casi siempre es un virus, así que los antibióticos no ayudan.',
    ],
    next: [
      'Warm drinks, salt water gargles and rest help. It gets better in about a week.',
      'Las bebidas tibias, las gárgaras con sal y el descanso ayudan. Mejora en una semana más o menos.',
    ],
    call: [
      'Call if it lasts more than a week. Call 911 if you cannot swallow your spit or it is hard to breathe.',
      'Llame si dura más de una semana. Llame al 911 si no puede tragar la saliva o cuesta respirar.',
    ],
  }),
  condition('43878008 J02.0 J03.0', {
    name: ['Strep throat', 'Infección de garganta por estreptococo'],
    short: ['A throat infection by bacteria', 'Infección de garganta por bacterias'],
    what: [
      'Strep bacteria infect the throat. Antibiotics clear it and keep it from harming heart and joints.',
      'Las bacterias estreptococo infectan la garganta. Los antibióticos la curan y evitan daños al corazón y las articulaciones.',
    ],
    next: [
      'Finish all of the medicine. Stay home until 12 to 24 hours after the first dose and the fever is gone.',
      'Termine toda la medicina. Quédese en casa hasta 12 a 24 horas después de la primera dosis y sin fiebre.',
    ],
    call: [
      'Call if there is no change after two days, or for a rash or dark urine. Call 911 if it is hard to breathe or swallow.',
      'Llame si no mejora en dos días, o si hay sarpullido u orina oscura. Llame al 911 si cuesta respirar o tragar.',
    ],
  }),
  condition('233604007 J15 J18', {
    name: ['Pneumonia', 'Neumonía'],
    short: ['An infection of the lung', 'Una infección del pulmón'],
    what: [
      'Germs infect the lung. It can cause fever, cough and short breath. Feeling tired can last for weeks.',
      'Los gérmenes infectan el pulmón. Puede causar fiebre, tos y falta de aire. El cansancio puede durar semanas.',
    ],
    next: ['Finish all of the medicine, rest and drink plenty.', 'Termine toda la medicina, descanse y tome líquidos.'],
    call: breathCall,
  }),
  condition('6142004 J10 J11', {
    name: ['Flu', 'Gripe (influenza)'],
    short: ['A virus with fever and aches', 'Un virus con fiebre y dolor de cuerpo'],
    what: [
      'The flu virus causes fever, aches and cough that start fast. Most people feel better in a week.',
      'El virus de la gripe causa fiebre, dolor de cuerpo y tos de golpe. La mayoría mejora en una semana.',
    ],
    next: [
      'Rest and drink plenty. Flu pills work best in the first two days. Stay home until a day after the fever ends.',
      'Descanse y tome líquidos. Las pastillas funcionan mejor en los primeros dos días. Quédese en casa hasta un día después de la fiebre.',
    ],
    call: breathCall,
  }),
  condition('840539006 U07.1', {
    name: ['COVID-19', 'COVID-19'],
    short: ['An infection by a coronavirus', 'Una infección por coronavirus'],
    what: [
      'A virus that can cause fever, cough and loss of smell. Some people feel tired for a long time.',
      'Un virus que puede causar fiebre, tos y pérdida del olfato. Algunas personas quedan cansadas por mucho tiempo.',
    ],
    next: [
      'Stay away from others while you have a fever. Ask soon about treatment if you are older or have other illness.',
      'Aléjese de otros mientras tenga fiebre. Pregunte pronto por el tratamiento si es mayor o tiene otra enfermedad.',
    ],
    call: [
      'Call 911 for trouble breathing, chest pain, blue lips, confusion or if a person is hard to wake.',
      'Llame al 911 si cuesta respirar, hay dolor de pecho, labios azules, confusión o cuesta despertar a la persona.',
    ],
  }),
  condition('840544004 Z20.822', {
    name: ['Possible COVID-19', 'Posible COVID-19'],
    short: ['It was thought of, not yet proven', 'Se pensó en ello, sin confirmar'],
    what: [
      'COVID-19 was possible at that time. A test can tell.',
      'En ese momento era posible el COVID-19. Una prueba puede decirlo.',
    ],
    next: [
      'Test, and stay away from others while you feel sick.',
      'Hágase la prueba y aléjese de otros mientras se sienta mal.',
    ],
    call: [
      'Call 911 for trouble breathing, chest pain, blue lips or confusion.',
      'Llame al 911 si cuesta respirar, hay dolor de pecho, labios azules o confusión.',
    ],
  }),
  condition('54150009 82272006 J00 J06', {
    name: ['Cold', 'Resfriado'],
    short: ['A virus of nose and throat', 'Un virus de nariz y garganta'],
    what: [
      'A virus makes the nose run and the throat sore. It gets better by itself in about ten days.',
      'Un virus hace gotear la nariz y doler la garganta. Mejora sin ayuda en unos diez días.',
    ],
    next: ['Rest, drink plenty and wash hands.', 'Descanse, tome líquidos y lávese las manos.'],
    call: breathCall,
  }),
  condition('49727002 R05', {
    name: ['Cough', 'Tos'],
    short: ['The body clears the airways', 'El cuerpo limpia las vías del aire'],
    what: [
      'A cough is a sign, not an illness. Colds, asthma, acid from the stomach, smoke and some pills can cause it.',
      'La tos es una señal, no una enfermedad. Los resfriados, el asma, el ácido del estómago, el humo y algunas pastillas pueden causarla.',
    ],
    next: ['Drink plenty and avoid smoke.', 'Tome líquidos y evite el humo.'],
    call: [
      'Call if it lasts more than three weeks or you lose weight. Call 911 for coughing up blood or trouble breathing.',
      'Llame si dura más de tres semanas o baja de peso. Llame al 911 si hay tos con sangre o cuesta respirar.',
    ],
  }),
  condition('56018004 R06.2', {
    name: ['Wheezing', 'Silbidos al respirar'],
    short: ['A whistling sound with each breath', 'Un silbido al respirar'],
    what: [
      'Air whistles through tight airways. Asthma, a virus or an allergy can cause it.',
      'El aire silba al pasar por vías estrechas. El asma, un virus o una alergia pueden causarlo.',
    ],
    next: ['Use your inhaler if you have one.', 'Use su inhalador si tiene uno.'],
    call: [
      'Call today if it is new. Call 911 if it is hard to breathe or speak, or lips turn blue.',
      'Llame hoy si es nuevo. Llame al 911 si cuesta respirar o hablar, o los labios se ponen azules.',
    ],
  }),
  condition('267036007 R06.0', {
    name: ['Shortness of breath', 'Falta de aire'],
    short: ['Breathing feels hard', 'Cuesta respirar'],
    what: [
      'It is a sign, not an illness. Lungs, heart, anemia or worry can cause it.',
      'Es una señal, no una enfermedad. Los pulmones, el corazón, la anemia o los nervios pueden causarla.',
    ],
    next: ['Sit up, rest and note what sets it off.', 'Siéntese, descanse y note qué la causa.'],
    call: [
      'Call today if it is new or worse. Call 911 if it came fast, or comes with chest pain, blue lips or fainting.',
      'Llame hoy si es nueva o peor. Llame al 911 si vino de golpe o con dolor de pecho, labios azules o desmayo.',
    ],
  }),
  condition('78275009 73430006 G47.30 G47.33', {
    name: ['Sleep apnea', 'Apnea del sueño'],
    short: ['Breathing stops for moments in sleep', 'La respiración se detiene al dormir'],
    what: [
      'The throat closes for moments during sleep, so the body wakes again and again. It strains the heart.',
      'La garganta se cierra por momentos al dormir y el cuerpo despierta una y otra vez. Cansa al corazón.',
    ],
    next: [
      'A mask with gentle air (CPAP) works well. Less weight, less alcohol and sleeping on the side help.',
      'Una mascarilla con aire suave (CPAP) funciona bien. Menos peso, menos alcohol y dormir de lado ayudan.',
    ],
    call: [
      'Call if the mask does not fit or you are sleepy when driving. Do not drive when sleepy.',
      'Llame si la mascarilla no queda bien o le da sueño al manejar. No maneje con sueño.',
    ],
  }),
  condition('65363002 3110003 H66', {
    name: ['Ear infection', 'Infección de oído'],
    short: ['Fluid and germs behind the eardrum', 'Líquido y gérmenes detrás del tímpano'],
    what: [
      'Fluid and germs are trapped behind the eardrum. It is common in children after a cold.',
      'Hay líquido y gérmenes atrapados detrás del tímpano. Es común en niños después de un resfriado.',
    ],
    next: [
      'Pain medicine helps. Many get better in two to three days. If antibiotics are given, finish them.',
      'La medicina para el dolor ayuda. Muchos mejoran en dos o tres días. Si recetan antibióticos, termínelos.',
    ],
    call: [
      'Call if there is no change after two days, or pus comes out. Get care right away for swelling behind the ear or a stiff neck.',
      'Llame si no mejora en dos días o sale pus. Busque atención enseguida si se hincha detrás de la oreja o el cuello está rígido.',
    ],
  }),
  condition('427359005 R91.1', {
    name: ['Small spot on the lung', 'Mancha pequeña en el pulmón'],
    short: ['A spot seen on a scan (nodule)', 'Una mancha vista en un estudio (nódulo)'],
    what: [
      'A scan showed a small round spot. Most spots are scars or old infections. A few are cancer.',
      'Un estudio mostró una mancha redonda pequeña. La mayoría son cicatrices o infecciones viejas. Unas pocas son cáncer.',
    ],
    next: [
      'Another scan after some months shows whether it changes. Do not miss it.',
      'Otro estudio a los pocos meses muestra si cambia. No falte.',
    ],
    call: [
      'Call if you have no date for the next scan, cough up blood or lose weight.',
      'Llame si no tiene fecha para el próximo estudio, tose sangre o baja de peso.',
    ],
  }),
]);
