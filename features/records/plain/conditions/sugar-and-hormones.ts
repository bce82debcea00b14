import { condition, type PlainCondition } from '../plain-condition.ts';
import { reviewed } from '../words.ts';

/** Sugar, weight, hormones and salts. */
export const sugarAndHormoneConditions: readonly PlainCondition[] = reviewed('2026-11-26', [
  condition('44054006 E11', {
    name: ['Type 2 diabetes', 'Diabetes tipo 2'],
    short: ['Sugar stays too high in the blood', 'El azúcar se queda alta en la sangre'],
    what: [
      'The body does not use insulin well, so sugar stays in the blood. Over years it can hurt eyes, kidneys, nerves, feet and heart.',
      'El cuerpo no usa bien la insulina y el azúcar se queda en la sangre. Con los años puede dañar ojos, riñones, nervios, pies y corazón.',
    ],
    next: [
      'Food, moving and medicine keep sugar near your goal. Have eyes, feet and kidneys checked each year.',
      'La comida, el movimiento y la medicina mantienen el azúcar cerca de su meta. Revise ojos, pies y riñones cada año.',
    ],
    call: [
      'Call if sugar stays above 250 or goes below 70. Call 911 if a person is confused, cannot wake up or breathes fast.',
      'Llame si el azúcar sigue por encima de 250 o baja de 70. Llame al 911 si la persona está confundida, no despierta o respira rápido.',
    ],
  }),
  condition('46635009 E10', {
    name: ['Type 1 diabetes', 'Diabetes tipo 1'],
    short: ['The body makes almost no insulin', 'El cuerpo casi no produce insulina'],
    what: [
      'The body makes almost no insulin, so insulin is needed every day. It is nobody’s fault.',
      'El cuerpo casi no produce insulina, por eso se necesita todos los días. No es culpa de nadie.',
    ],
    next: [
      'Check sugar often, take insulin, and keep fast sugar and glucagon near. Never stop insulin on a sick day.',
      'Mida el azúcar seguido, use insulina y tenga cerca azúcar rápida y glucagón. Nunca deje la insulina en días de enfermedad.',
    ],
    call: [
      'Call for vomiting, ketones or sugar above 250 that does not fall. Call 911 if a person cannot wake up, has a seizure or breathes deep and fast.',
      'Llame si hay vómitos, cetonas o azúcar mayor de 250 que no baja. Llame al 911 si la persona no despierta, convulsiona o respira hondo y rápido.',
    ],
  }),
  condition('15777000 714628002 9414007 R73.0', {
    name: ['Prediabetes', 'Prediabetes'],
    short: ['Sugar is a little too high', 'El azúcar está un poco alta'],
    what: [
      'Blood sugar is higher than usual, but it is not diabetes. Many people can turn it around.',
      'El azúcar está más alta de lo usual, pero no es diabetes. Muchas personas pueden revertirla.',
    ],
    next: [
      'Losing some weight and walking 30 minutes most days help the most. Check sugar again each year.',
      'Bajar algo de peso y caminar 30 minutos casi todos los días es lo que más ayuda. Revise el azúcar cada año.',
    ],
    call: [
      'Call your care team if you are very thirsty, pass much urine or lose weight without trying.',
      'Llame a su equipo médico si tiene mucha sed, orina mucho o baja de peso sin querer.',
    ],
  }),
  condition('11687002 O24.4', {
    name: ['Diabetes of pregnancy', 'Diabetes del embarazo'],
    short: ['High sugar that began in pregnancy', 'Azúcar alta que empezó en el embarazo'],
    what: [
      'Hormones of pregnancy make it harder to use sugar. It most often goes away after birth.',
      'Las hormonas del embarazo dificultan usar el azúcar. Casi siempre se va después del parto.',
    ],
    next: [
      'Check sugar as told, eat small meals and walk after eating. Have sugar tested again after birth.',
      'Mida el azúcar como le dijeron, coma poco cada vez y camine después. Hágase otra prueba después del parto.',
    ],
    call: [
      'Call if sugar is above your goal twice in a row, or the baby moves less. Call right away for bleeding or a bad headache.',
      'Llame si el azúcar pasa su meta dos veces seguidas o el bebé se mueve menos. Llame enseguida si hay sangrado o dolor de cabeza fuerte.',
    ],
  }),
  condition('40930008 E03', {
    name: ['Underactive thyroid', 'Tiroides lenta (hipotiroidismo)'],
    short: ['The thyroid makes too little hormone', 'La tiroides produce poca hormona'],
    what: [
      'The gland in the neck makes too little hormone. People may feel tired, cold or low, or gain weight.',
      'La glándula del cuello produce poca hormona. Puede haber cansancio, frío, desánimo o aumento de peso.',
    ],
    next: [
      'Take the thyroid pill on an empty stomach, away from iron and calcium. A blood test guides the dose.',
      'Tome la pastilla en ayunas, lejos del hierro y el calcio. Un análisis de sangre guía la dosis.',
    ],
    call: [
      'Call if the heart races, or if you become pregnant: the dose may change. Call 911 if a person is very cold, slow and confused.',
      'Llame si el corazón se acelera o si queda embarazada: la dosis puede cambiar. Llame al 911 si la persona está muy fría, lenta y confundida.',
    ],
  }),
  condition('34486009 353295004 E05', {
    name: ['Overactive thyroid', 'Tiroides rápida (hipertiroidismo)'],
    short: ['The thyroid makes too much hormone', 'La tiroides produce mucha hormona'],
    what: [
      'The gland in the neck makes too much hormone. The heart may race, and people may sweat, shake or lose weight.',
      'La glándula del cuello produce mucha hormona. El corazón puede acelerarse y puede haber sudor, temblor o pérdida de peso.',
    ],
    next: [
      'Pills, iodine or surgery can treat it. Blood tests show whether it works.',
      'Se puede tratar con pastillas, yodo o cirugía. Los análisis muestran si funciona.',
    ],
    call: [
      'Call today for fever or a sore throat while on thyroid pills. Call 911 for chest pain, confusion or a very fast pulse.',
      'Llame hoy si hay fiebre o dolor de garganta mientras toma las pastillas. Llame al 911 si hay dolor de pecho, confusión o pulso muy rápido.',
    ],
  }),
  condition('414916001 162864005 E66 Z68.3 Z68.4', {
    name: ['Obesity', 'Obesidad'],
    short: ['More body fat than is healthy', 'Más grasa en el cuerpo de lo sano'],
    what: [
      'The body mass index is 30 or more. Genes, food, sleep, stress and medicines all play a part. It is not a lack of will.',
      'El índice de masa corporal es 30 o más. Influyen los genes, la comida, el sueño, el estrés y las medicinas. No es falta de voluntad.',
    ],
    next: [
      'Losing even 5 percent of weight helps heart and sugar. Food, moving, medicine and surgery are options.',
      'Bajar aunque sea 5 por ciento del peso ayuda al corazón y al azúcar. Hay opciones: comida, movimiento, medicina y cirugía.',
    ],
    call: [
      'Call your care team if you snore and stop breathing at night, or feel short of breath when you lie flat.',
      'Llame a su equipo médico si ronca y deja de respirar de noche, o si le falta el aire al acostarse.',
    ],
  }),
  condition('238131007 E66.3 Z68.25 Z68.26 Z68.27 Z68.28 Z68.29', {
    name: ['Overweight', 'Sobrepeso'],
    short: ['Weight above the healthy range', 'Peso por encima de lo sano'],
    what: [
      'The body mass index is between 25 and 30. It cannot tell muscle from fat.',
      'El índice de masa corporal está entre 25 y 30. No distingue músculo de grasa.',
    ],
    next: [
      'Small steps last: walk more, drink water in place of soda, sleep well.',
      'Los pasos pequeños duran: camine más, tome agua en vez de refresco, duerma bien.',
    ],
    call: [
      'Ask your care team at the next visit what weight is right for you.',
      'Pregunte a su equipo médico en la próxima visita qué peso le conviene.',
    ],
  }),
  condition('237602007 E88.81', {
    name: ['Metabolic syndrome', 'Síndrome metabólico'],
    short: ['Several risks for the heart at once', 'Varios riesgos para el corazón a la vez'],
    what: [
      'Belly fat, blood pressure, sugar and blood fats are too high at the same time. Together they raise the chance of heart disease and diabetes.',
      'La grasa de la barriga, la presión, el azúcar y las grasas están altas a la vez. Juntas aumentan el riesgo de enfermedad del corazón y diabetes.',
    ],
    next: [
      'Moving more and losing some weight make all of them better.',
      'Moverse más y bajar algo de peso mejora todo a la vez.',
    ],
    call: [
      'Call your care team if you are very thirsty or short of breath. Call 911 for chest pain.',
      'Llame a su equipo médico si tiene mucha sed o le falta el aire. Llame al 911 si hay dolor de pecho.',
    ],
  }),
  condition('43339004 E87.6', {
    name: ['Low potassium', 'Potasio bajo'],
    short: ['Too little of a salt that muscles need', 'Falta una sal que los músculos necesitan'],
    what: [
      'There is too little potassium in the blood. Water pills, vomiting or diarrhea are common reasons.',
      'Hay poco potasio en la sangre. Las pastillas para orinar, los vómitos o la diarrea son razones comunes.',
    ],
    next: [
      'Take the potassium as told and have the blood test repeated.',
      'Tome el potasio como le dijeron y repita el análisis.',
    ],
    call: [
      'Call for cramps or weak muscles. Call 911 for fainting, chest pain or a fluttering heartbeat.',
      'Llame si hay calambres o debilidad. Llame al 911 si hay desmayo, dolor de pecho o latidos irregulares.',
    ],
  }),
  condition('14140009 E87.5', {
    name: ['High potassium', 'Potasio alto'],
    short: ['Too much of a salt in the blood', 'Demasiada de una sal en la sangre'],
    what: [
      'There is too much potassium in the blood. Weak kidneys and some pills are common reasons. It can upset the heartbeat.',
      'Hay demasiado potasio en la sangre. Los riñones débiles y algunas pastillas son razones comunes. Puede alterar el latido.',
    ],
    next: [
      'Ask before you use salt substitutes or pain pills such as ibuprofen. Have the blood test repeated.',
      'Pregunte antes de usar sustitutos de sal o pastillas como ibuprofeno. Repita el análisis.',
    ],
    call: [
      'Call today for weak muscles. Call 911 for fainting, chest pain or a fluttering heartbeat.',
      'Llame hoy si hay debilidad. Llame al 911 si hay desmayo, dolor de pecho o latidos irregulares.',
    ],
  }),
  condition('34713006 E55', {
    name: ['Low vitamin D', 'Vitamina D baja'],
    short: ['Too little of a vitamin for bones', 'Falta una vitamina para los huesos'],
    what: [
      'There is too little vitamin D, which bones and muscles need. Little sun is a common reason.',
      'Falta vitamina D, que huesos y músculos necesitan. Poco sol es una razón común.',
    ],
    next: [
      'Take vitamin D as told. More is not better: too much can harm.',
      'Tome la vitamina D como le dijeron. Más no es mejor: demasiada puede dañar.',
    ],
    call: [
      'Call your care team for bone pain, weak muscles or falls.',
      'Llame a su equipo médico si hay dolor de huesos, debilidad o caídas.',
    ],
  }),
  condition('237055002 69878008 E28.2', {
    name: ['Polycystic ovary syndrome (PCOS)', 'Síndrome de ovario poliquístico (SOP)'],
    short: ['A common hormone condition', 'Una condición hormonal común'],
    what: [
      'Hormones are out of balance. Periods may be far apart, and acne or extra hair can appear. It also raises the chance of diabetes.',
      'Las hormonas no están en equilibrio. La regla puede ser rara, con acné o más vello. También aumenta el riesgo de diabetes.',
    ],
    next: [
      'Moving, food, hormone pills or metformin help. Tell your care team if you want a baby.',
      'El movimiento, la comida, las pastillas de hormonas o la metformina ayudan. Avise a su equipo si desea un bebé.',
    ],
    call: [
      'Call if there is no period for three months, or if bleeding is very heavy.',
      'Llame si no hay regla por tres meses o si el sangrado es muy fuerte.',
    ],
  }),
]);
