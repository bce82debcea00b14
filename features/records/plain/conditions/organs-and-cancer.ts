import { condition, type PlainCondition } from '../plain-condition.ts';
import { reviewed, type Pair } from '../words.ts';

const cancerNext: Pair = [
  'The plan depends on the kind and stage. Write your questions down and bring someone along.',
  'El plan depende del tipo y la etapa. Anote sus preguntas y vaya con alguien.',
];
const cancerCall: Pair = [
  'During treatment call at once for fever of 100.4 °F (38 °C) or more. Call 911 for trouble breathing or chest pain.',
  'Durante el tratamiento llame de inmediato si hay fiebre de 38 °C (100.4 °F) o más. Llame al 911 si falta el aire o hay dolor de pecho.',
];
const kidneyNext: Pair = [
  'Good blood pressure and sugar protect the kidneys. Ask before you take ibuprofen or naproxen.',
  'Una buena presión y azúcar protegen los riñones. Pregunte antes de tomar ibuprofeno o naproxeno.',
];
const kidneyCall: Pair = [
  'Call for swelling, much less urine, or vomiting that does not stop. Call 911 for trouble breathing, chest pain or confusion.',
  'Llame si hay hinchazón, mucha menos orina o vómitos sin parar. Llame al 911 si falta el aire, hay dolor de pecho o confusión.',
];

/** Kidneys, stomach and gut, blood, pregnancy, cancer, eyes, and signs without a place of their own. */
export const organAndCancerConditions: readonly PlainCondition[] = reviewed('2026-11-26', [
  condition('709044004 431855005 431856006 433144002 N18', {
    name: ['Chronic kidney disease', 'Enfermedad de los riñones'],
    short: ['Kidneys clean the blood less well', 'Los riñones limpian menos la sangre'],
    what: [
      'The kidneys clean the blood less well than before. Most people feel nothing at first. It often stays stable for years.',
      'Los riñones limpian la sangre menos que antes. Al inicio casi nadie siente nada. Muchas veces sigue estable por años.',
    ],
    next: kidneyNext,
    call: kidneyCall,
  }),
  condition('431857002 N18.4', {
    name: ['Kidney disease, stage 4', 'Enfermedad de los riñones, etapa 4'],
    short: ['Kidneys work at 15 to 29 percent', 'Los riñones trabajan al 15 a 29 por ciento'],
    what: [
      'The kidneys do a smaller part of their work. It is time to learn about later choices, such as dialysis or a new kidney.',
      'Los riñones hacen una parte menor de su trabajo. Es momento de conocer las opciones futuras, como la diálisis o un trasplante.',
    ],
    next: kidneyNext,
    call: kidneyCall,
  }),
  condition('433146000 46177005 N18.5 N18.6', {
    name: ['Kidney failure', 'Falla de los riñones'],
    short: ['Kidneys need help to clean the blood', 'Los riñones necesitan ayuda'],
    what: [
      'The kidneys can no longer clean the blood well enough by themselves. Dialysis or a new kidney can do it.',
      'Los riñones ya no pueden limpiar bien la sangre. La diálisis o un trasplante pueden hacerlo.',
    ],
    next: [
      'Go to every dialysis. Ask what to eat and drink. Ask about a kidney transplant.',
      'Vaya a todas las diálisis. Pregunte qué comer y beber. Pregunte por un trasplante.',
    ],
    call: [
      'Call if you miss a dialysis, or for fever or bleeding where the needle goes. Call 911 for trouble breathing, chest pain or great weakness.',
      'Llame si falta a una diálisis, o si hay fiebre o sangrado en el sitio de la aguja. Llame al 911 si falta el aire, hay dolor de pecho o mucha debilidad.',
    ],
  }),
  condition('95570007 N20', {
    name: ['Kidney stone', 'Piedra en el riñón'],
    short: ['A hard bit that can block urine', 'Un grano duro que puede tapar la orina'],
    what: [
      'A hard bit formed in a kidney. It can hurt a lot on its way out. Small stones pass by themselves.',
      'Se formó un grano duro en el riñón. Puede doler mucho al salir. Las piedras pequeñas salen solas.',
    ],
    next: [
      'Drink enough for light urine. Strain the urine to catch the stone, so the lab can test it.',
      'Tome agua hasta tener la orina clara. Cuele la orina para atrapar la piedra y analizarla.',
    ],
    call: [
      'Get care right away for fever or chills with the pain, no urine, or vomiting that does not stop.',
      'Busque atención enseguida si hay fiebre o escalofríos con el dolor, no sale orina o vomita sin parar.',
    ],
  }),
  condition('68566005 38822007 N30.0 N39.0', {
    name: ['Urine infection', 'Infección de orina'],
    short: ['Germs in the bladder or kidneys', 'Gérmenes en la vejiga o los riñones'],
    what: [
      'Germs are in the bladder, at times in the kidneys. It burns and you need to go often.',
      'Hay gérmenes en la vejiga, a veces en los riñones. Arde y dan ganas de orinar seguido.',
    ],
    next: ['Finish all of the medicine and drink plenty.', 'Termine toda la medicina y tome líquidos.'],
    call: [
      'Call today for fever, chills, pain in the side or vomiting, and always in pregnancy. Call 911 for confusion or fast breathing.',
      'Llame hoy si hay fiebre, escalofríos, dolor en el costado o vómitos, y siempre en el embarazo. Llame al 911 si hay confusión o respiración rápida.',
    ],
  }),
  condition('235595009 K21', {
    name: ['Acid reflux', 'Reflujo (acidez)'],
    short: ['Stomach acid comes up', 'El ácido del estómago sube'],
    what: [
      'Acid from the stomach comes up and burns behind the breastbone.',
      'El ácido del estómago sube y arde detrás del pecho.',
    ],
    next: [
      'Eat small meals, none for three hours before bed. Raise the head of the bed. Pills help.',
      'Coma poco, y nada tres horas antes de dormir. Levante la cabecera. Las pastillas ayudan.',
    ],
    call: [
      'Call if food sticks, you lose weight or stools are black. Call 911 for chest pressure or vomiting blood.',
      'Llame si la comida se atora, baja de peso o las heces son negras. Llame al 911 si hay presión en el pecho o vómito con sangre.',
    ],
  }),
  condition('51868009 397825006 K25 K26 K27', {
    name: ['Ulcer of stomach or gut', 'Úlcera del estómago o intestino'],
    short: ['A sore in the lining', 'Una llaga en la pared interna'],
    what: [
      'There is a sore in the lining of the stomach or the gut just after it. A germ (H. pylori) or pain pills are common reasons.',
      'Hay una llaga en la pared del estómago o del intestino que sigue. Un germen (H. pylori) o las pastillas para el dolor son razones comunes.',
    ],
    next: [
      'Pills that lower acid let it heal. Avoid ibuprofen and aspirin unless your care team says so.',
      'Las pastillas que bajan el ácido ayudan a sanar. Evite ibuprofeno y aspirina salvo que su equipo lo indique.',
    ],
    call: [
      'Call 911 for vomiting blood, black stools with weakness, or sudden very strong belly pain.',
      'Llame al 911 si hay vómito con sangre, heces negras con debilidad, o dolor de barriga repentino y muy fuerte.',
    ],
  }),
  condition('10743008 K58', {
    name: ['Irritable bowel', 'Intestino irritable'],
    short: ['Belly pain with loose or hard stools', 'Dolor de barriga con diarrea o estreñimiento'],
    what: [
      'The gut is more easily upset. There is pain, bloating, and loose or hard stools. It does not harm the bowel.',
      'El intestino se irrita con facilidad. Hay dolor, gases y heces sueltas o duras. No daña el intestino.',
    ],
    next: [
      'Regular meals, fiber, less stress and finding foods that upset it help.',
      'Comer a horas fijas, la fibra, menos estrés y descubrir qué comidas molestan ayudan.',
    ],
    call: [
      'Call for blood in the stool, weight loss, fever or pain at night.',
      'Llame si hay sangre en las heces, pérdida de peso, fiebre o dolor de noche.',
    ],
  }),
  condition('14760008 K59.0', {
    name: ['Constipation', 'Estreñimiento'],
    short: ['Hard or rare stools', 'Heces duras o poco frecuentes'],
    what: [
      'Stools are hard or come less than three times a week.',
      'Las heces son duras o vienen menos de tres veces por semana.',
    ],
    next: [
      'More fiber, water and walking help. Some pills cause it: ask.',
      'Más fibra, agua y caminar ayudan. Algunas pastillas lo causan: pregunte.',
    ],
    call: [
      'Call for blood in the stool or weight loss. Get care right away for strong belly pain with vomiting or no gas.',
      'Llame si hay sangre en las heces o pérdida de peso. Busque atención enseguida si hay dolor fuerte con vómitos o sin gases.',
    ],
  }),
  condition('197321007 K76.0', {
    name: ['Fatty liver', 'Hígado graso'],
    short: ['Fat stored in the liver', 'Grasa guardada en el hígado'],
    what: [
      'Fat has built up in the liver. Weight, sugar and alcohol play a part. Early on it can go away.',
      'Se juntó grasa en el hígado. Influyen el peso, el azúcar y el alcohol. Al inicio puede irse.',
    ],
    next: [
      'Losing 5 to 10 percent of weight, moving and no alcohol help most.',
      'Bajar del 5 al 10 por ciento del peso, moverse y no beber alcohol es lo que más ayuda.',
    ],
    call: [
      'Call today for yellow skin or eyes, or a swollen belly. Call 911 for confusion or vomiting blood.',
      'Llame hoy si la piel o los ojos están amarillos o la barriga hinchada. Llame al 911 si hay confusión o vómito con sangre.',
    ],
  }),
  condition('271737000 D63 D64', {
    name: ['Anemia', 'Anemia'],
    short: ['Too few red blood cells', 'Faltan glóbulos rojos'],
    what: [
      'The blood carries less oxygen than it should. You may feel tired, cold or short of breath. There are many causes.',
      'La sangre lleva menos oxígeno de lo que debe. Puede haber cansancio, frío o falta de aire. Hay muchas causas.',
    ],
    next: ['Your care team looks for the cause and treats it.', 'Su equipo médico busca la causa y la trata.'],
    call: [
      'Call for heavy bleeding or dark stools. Call 911 for chest pain, fainting or trouble breathing at rest.',
      'Llame si hay mucho sangrado o heces oscuras. Llame al 911 si hay dolor de pecho, desmayo o falta de aire en reposo.',
    ],
  }),
  condition('87522002 D50', {
    name: ['Anemia from too little iron', 'Anemia por falta de hierro'],
    short: ['The body lacks iron to make blood', 'Falta hierro para formar sangre'],
    what: [
      'The body has too little iron to make red blood cells. Heavy periods, bleeding or little iron in food are common reasons.',
      'Falta hierro para formar glóbulos rojos. Las reglas abundantes, un sangrado o poco hierro en la comida son razones comunes.',
    ],
    next: [
      'Take iron as told, away from milk, tea and coffee. It turns stools dark. Keep it out of reach of children.',
      'Tome el hierro como le dijeron, lejos de leche, té y café. Oscurece las heces. Guárdelo lejos de los niños.',
    ],
    call: [
      'Call for heavy bleeding or sticky black stools. Call 911 for chest pain, fainting or trouble breathing at rest.',
      'Llame si hay mucho sangrado o heces negras y pegajosas. Llame al 911 si hay dolor de pecho, desmayo o falta de aire en reposo.',
    ],
  }),
  condition('77386006 72892002 Z33.1 Z34', {
    name: ['Pregnancy', 'Embarazo'],
    short: ['A baby is on the way', 'Un bebé en camino'],
    what: [
      'You are pregnant, or were at that time. Regular visits keep an eye on the health of both.',
      'Hay o hubo un embarazo. Las visitas regulares cuidan la salud de los dos.',
    ],
    next: [
      'Take folic acid, avoid alcohol and smoke, and ask before you take any medicine.',
      'Tome ácido fólico, evite el alcohol y el humo, y pregunte antes de tomar cualquier medicina.',
    ],
    call: [
      'Call right away for bleeding, fluid, fever, strong pain, a bad headache, blurred sight, or if the baby moves less. Call 911 for a seizure or fainting.',
      'Llame enseguida si hay sangrado, salida de líquido, fiebre, dolor fuerte, dolor de cabeza fuerte, vista borrosa o el bebé se mueve menos. Llame al 911 si hay convulsión o desmayo.',
    ],
  }),
  condition('398254007 O14', {
    name: ['High blood pressure of pregnancy (preeclampsia)', 'Presión alta del embarazo (preeclampsia)'],
    short: ['Needs close care', 'Necesita cuidado cercano'],
    what: [
      'Blood pressure is high in pregnancy and organs may suffer. It needs close checks, also in the weeks after birth.',
      'La presión está alta en el embarazo y los órganos pueden sufrir. Necesita controles cercanos, también las semanas después del parto.',
    ],
    next: [
      'Check blood pressure at home as told and go to every visit.',
      'Mida la presión en casa como le dijeron y vaya a todas las visitas.',
    ],
    call: [
      'Call right away for a bad headache, blurred sight, pain under the ribs or fast swelling. Call 911 for a seizure or trouble breathing.',
      'Llame enseguida si hay dolor de cabeza fuerte, vista borrosa, dolor bajo las costillas o hinchazón rápida. Llame al 911 si hay convulsión o falta de aire.',
    ],
  }),
  condition('95315005 D25', {
    name: ['Fibroids', 'Miomas (fibromas)'],
    short: ['Harmless growths in the womb', 'Bultos benignos en el útero'],
    what: [
      'Muscle growths in the womb. They are not cancer. They can cause heavy periods or pressure.',
      'Bultos de músculo en el útero. No son cáncer. Pueden causar reglas abundantes o presión.',
    ],
    next: [
      'Without trouble, they are just watched. There are pills and surgery.',
      'Si no molestan, solo se vigilan. Hay pastillas y cirugía.',
    ],
    call: [
      'Call for periods that soak a pad each hour. Call 911 for fainting with heavy bleeding.',
      'Llame si la regla empapa una toalla cada hora. Llame al 911 si hay desmayo con mucho sangrado.',
    ],
  }),
  condition('266569009 N40', {
    name: ['Enlarged prostate', 'Próstata agrandada'],
    short: ['Makes it harder to pass urine', 'Dificulta orinar'],
    what: [
      'The prostate grows with age and presses on the path of urine. It is not cancer.',
      'La próstata crece con la edad y aprieta el paso de la orina. No es cáncer.',
    ],
    next: [
      'Drink less in the evening. Pills or a small surgery can help.',
      'Tome menos líquido en la noche. Las pastillas o una cirugía pequeña pueden ayudar.',
    ],
    call: [
      'Get care right away if no urine comes at all. Call for blood in urine or fever.',
      'Busque atención enseguida si no sale nada de orina. Llame si hay sangre en la orina o fiebre.',
    ],
  }),
  condition('254837009 C50', {
    name: ['Breast cancer', 'Cáncer de seno'],
    short: ['Cancer that began in the breast', 'Cáncer que empezó en el seno'],
    what: [
      'Cells of the breast grew out of control. Found early, most people get well.',
      'Células del seno crecieron sin control. Si se halla pronto, la mayoría se cura.',
    ],
    next: cancerNext,
    call: cancerCall,
  }),
  condition('93880001 363358000 254637007 C34', {
    name: ['Lung cancer', 'Cáncer de pulmón'],
    short: ['Cancer that began in the lung', 'Cáncer que empezó en el pulmón'],
    what: [
      'Cells of the lung grew out of control. There are many kinds, and new treatments.',
      'Células del pulmón crecieron sin control. Hay muchos tipos y tratamientos nuevos.',
    ],
    next: cancerNext,
    call: cancerCall,
  }),
  condition('363406005 C18', {
    name: ['Colon cancer', 'Cáncer de colon'],
    short: ['Cancer that began in the bowel', 'Cáncer que empezó en el intestino'],
    what: [
      'Cells of the bowel grew out of control. Found early, most people get well.',
      'Células del intestino crecieron sin control. Si se halla pronto, la mayoría se cura.',
    ],
    next: cancerNext,
    call: cancerCall,
  }),
  condition('399068003 C61', {
    name: ['Prostate cancer', 'Cáncer de próstata'],
    short: ['Cancer that began in the prostate', 'Cáncer que empezó en la próstata'],
    what: [
      'Cells of the prostate grew out of control. It often grows slowly, and some are just watched.',
      'Células de la próstata crecieron sin control. Muchas veces crece despacio, y algunos solo se vigilan.',
    ],
    next: cancerNext,
    call: cancerCall,
  }),
  condition('68496003 K63.5', {
    name: ['Bowel polyp', 'Pólipo del intestino'],
    short: ['A small growth in the bowel', 'Un bulto pequeño en el intestino'],
    what: [
      'A small growth on the wall of the bowel. Most are harmless. Some could turn into cancer over years, so they are taken out.',
      'Un bulto pequeño en la pared del intestino. La mayoría no hace daño. Algunos con los años podrían volverse cáncer, por eso se quitan.',
    ],
    next: ['Ask when the next bowel check is due.', 'Pregunte cuándo toca la próxima revisión.'],
    call: [
      'Call for blood in the stool, or a change that lasts for weeks.',
      'Llame si hay sangre en las heces o un cambio que dura semanas.',
    ],
  }),
  condition('23986001 H40.1 H40.2', {
    name: ['Glaucoma', 'Glaucoma'],
    short: ['Pressure that can harm the eye', 'Presión que puede dañar el ojo'],
    what: [
      'Pressure in the eye can harm the nerve of sight. It does not hurt. Drops can stop it.',
      'La presión en el ojo puede dañar el nervio de la vista. No duele. Las gotas pueden detenerlo.',
    ],
    next: ['Use the drops each day and go to all eye checks.', 'Use las gotas cada día y vaya a todos los controles.'],
    call: [
      'Get care at once for a red, very sore eye with blurred sight or vomiting.',
      'Busque atención de inmediato si un ojo está rojo y duele mucho con vista borrosa o vómitos.',
    ],
  }),
  condition('9826008 H10', {
    name: ['Pink eye', 'Conjuntivitis'],
    short: ['A red, itchy or sticky eye', 'Ojo rojo, con picazón o legañas'],
    what: [
      'The skin of the eye is red from a virus, bacteria or an allergy. It often gets better in a week.',
      'La piel del ojo está roja por un virus, bacterias o una alergia. Suele mejorar en una semana.',
    ],
    next: ['Wash hands often and do not share towels.', 'Lávese las manos seguido y no comparta toallas.'],
    call: [
      'Call today for strong pain, blurred sight or pain from light, with contact lenses, or in a newborn.',
      'Llame hoy si hay dolor fuerte, vista borrosa o molesta la luz, si usa lentes de contacto, o en un recién nacido.',
    ],
  }),
  condition('84229001 R53.8', {
    name: ['Feeling tired', 'Cansancio'],
    short: ['Tired in a way rest does not fix', 'Cansancio que no se quita al descansar'],
    what: [
      'It is a sign, not an illness. Poor sleep, stress, anemia, thyroid problems or low mood can cause it.',
      'Es una señal, no una enfermedad. Dormir mal, el estrés, la anemia, la tiroides o el desánimo pueden causarlo.',
    ],
    next: ['Sleep, walk and eat at regular times.', 'Duerma, camine y coma a horas fijas.'],
    call: [
      'Call if it lasts more than two weeks, or with weight loss or fever. Call 911 with chest pain or fainting.',
      'Llame si dura más de dos semanas, o con pérdida de peso o fiebre. Llame al 911 si hay dolor de pecho o desmayo.',
    ],
  }),
  condition('386661006 R50', {
    name: ['Fever', 'Fiebre'],
    short: ['A temperature of 100.4 °F (38 °C) or more', 'Temperatura de 38 °C (100.4 °F) o más'],
    what: [
      'Most often the body is fighting an infection. The fever itself is rarely harmful.',
      'Casi siempre el cuerpo combate una infección. La fiebre misma rara vez hace daño.',
    ],
    next: ['Rest and drink plenty.', 'Descanse y tome líquidos.'],
    call: [
      'Call right away for a baby under 3 months, or fever of more than three days. Call 911 for a stiff neck, confusion or trouble breathing.',
      'Llame enseguida si es un bebé de menos de 3 meses, o si dura más de tres días. Llame al 911 si hay cuello rígido, confusión o falta de aire.',
    ],
  }),
]);
