import { lab, type PlainLab } from '../plain-lab.ts';
import { reviewed } from '../words.ts';
import { next } from './next.ts';

/** More about sugar, kidneys, salts and minerals. */
export const sugarAndKidneyLabs: readonly PlainLab[] = reviewed('2026-11-26', [
  lab('1504-0', {
    name: ['Sugar drink test in pregnancy (1 hour)', 'Prueba de azúcar del embarazo (1 hora)'],
    short: ['Blood sugar one hour after a sweet drink', 'Azúcar una hora después de una bebida dulce'],
    measures: [
      'Blood sugar is measured one hour after a sweet drink. It looks for diabetes of pregnancy.',
      'Se mide el azúcar una hora después de una bebida dulce. Busca la diabetes del embarazo.',
    ],
    high: [
      'It does not mean diabetes yet. A longer test usually follows.',
      'Todavía no significa diabetes. Suele seguir una prueba más larga.',
    ],
    low: ['A low value is seldom a problem.', 'Un valor bajo rara vez es un problema.'],
    next: [
      'Ask your care team about the longer test. Most people with a high value have a healthy baby.',
      'Pregunte a su equipo médico por la prueba larga. La mayoría de quienes tienen un valor alto tiene un bebé sano.',
    ],
  }),
  lab('1518-0', {
    name: ['Sugar drink test (2 hours)', 'Prueba de azúcar (2 horas)'],
    short: ['Blood sugar two hours after a sweet drink', 'Azúcar dos horas después de una bebida dulce'],
    measures: [
      'Blood sugar is measured two hours after a sweet drink. It shows how well the body handles sugar.',
      'Se mide el azúcar dos horas después de una bebida dulce. Muestra qué tan bien maneja el cuerpo el azúcar.',
    ],
    high: [
      'From 140 to 199 is called prediabetes. 200 or more can mean diabetes. In pregnancy the limits are lower.',
      'De 140 a 199 se llama prediabetes. 200 o más puede significar diabetes. En el embarazo los límites son más bajos.',
    ],
    low: ['A low value is seldom a problem.', 'Un valor bajo rara vez es un problema.'],
    next: next.sugar,
  }),
  lab('27353-2', {
    name: ['Estimated average sugar', 'Azúcar promedio estimada'],
    short: ['The A1c as a sugar number', 'La A1c como número de azúcar'],
    measures: [
      'It turns the A1c into the kind of number that a home meter shows.',
      'Convierte la A1c en el tipo de número que muestra un medidor en casa.',
    ],
    high: ['Sugar has been high in the last months.', 'El azúcar ha estado alta en los últimos meses.'],
    low: [
      'With diabetes medicine, tell your care team about low sugar spells.',
      'Si toma medicina para la diabetes, avise si ha tenido bajones de azúcar.',
    ],
    next: next.sugar,
  }),
  lab('20448-7', {
    name: ['Insulin', 'Insulina'],
    short: ['The hormone that moves sugar into cells', 'La hormona que mete el azúcar en las células'],
    measures: [
      'Insulin moves sugar from the blood into cells. It rises after you eat.',
      'La insulina pasa el azúcar de la sangre a las células. Sube después de comer.',
    ],
    high: [
      'The body may need more insulin than usual. Extra weight is a common reason.',
      'El cuerpo puede necesitar más insulina de lo normal. El exceso de peso es una razón común.',
    ],
    low: ['The body may make too little insulin.', 'El cuerpo puede producir muy poca insulina.'],
    next: next.withOthers,
  }),
  lab('1986-9', {
    name: ['C-peptide', 'Péptido C'],
    short: ['How much insulin the body makes', 'Cuánta insulina produce el cuerpo'],
    measures: [
      'It is made along with insulin. So it shows how much insulin the body makes by itself.',
      'Se forma junto con la insulina. Así muestra cuánta insulina produce el cuerpo.',
    ],
    high: ['The body makes much insulin.', 'El cuerpo produce mucha insulina.'],
    low: ['The body makes little insulin.', 'El cuerpo produce poca insulina.'],
    next: next.withOthers,
  }),
  lab('33863-2', {
    name: ['Cystatin C', 'Cistatina C'],
    short: ['Another kidney check', 'Otra revisión de los riñones'],
    measures: [
      'It is a small protein that kidneys clear. Muscle and food change it less than creatinine.',
      'Es una proteína pequeña que eliminan los riñones. Cambia menos que la creatinina con el músculo y la comida.',
    ],
    high: [
      'The kidneys may be working less well. Steroids, smoking or thyroid problems can raise it too.',
      'Los riñones pueden trabajar menos bien. Los esteroides, fumar o la tiroides también pueden subirla.',
    ],
    low: ['A low value is seldom a problem.', 'Un valor bajo rara vez es un problema.'],
    next: next.repeat,
  }),
  lab('3097-3', {
    name: ['BUN to creatinine ratio', 'Relación BUN y creatinina'],
    short: ['Compares two kidney values', 'Compara dos valores de los riñones'],
    measures: [
      'It compares urea with creatinine. It helps tell why a kidney value is high.',
      'Compara la urea con la creatinina. Ayuda a saber por qué un valor de los riñones está alto.',
    ],
    high: [
      'Drinking too little or eating much protein can raise it.',
      'Tomar poca agua o comer mucha proteína pueden subirla.',
    ],
    low: [
      'Eating little protein or liver problems can lower it.',
      'Comer poca proteína o los problemas del hígado pueden bajarla.',
    ],
    next: next.withOthers,
  }),
  lab('33037-3 1863-0 10466-1', {
    name: ['Anion gap', 'Brecha aniónica'],
    short: ['Checks the acid in your blood', 'Revisa el ácido de la sangre'],
    measures: [
      'It is worked out from the salts in your blood. It shows whether there is too much acid.',
      'Se calcula con las sales de la sangre. Muestra si hay demasiado ácido.',
    ],
    high: [
      'Very high sugar, weak kidneys or bad infections can add acid to the blood.',
      'El azúcar muy alta, los riñones débiles o infecciones graves pueden agregar ácido a la sangre.',
    ],
    low: ['A low value is seldom a problem.', 'Un valor bajo rara vez es un problema.'],
    next: next.withOthers,
  }),
  lab('2692-2', {
    name: ['Blood strength (osmolality)', 'Concentración de la sangre (osmolalidad)'],
    short: ['Balance of water and salts', 'Equilibrio de agua y sales'],
    measures: [
      'It tells how much salt, sugar and waste is in the water of your blood.',
      'Indica cuánta sal, azúcar y desechos hay en el agua de la sangre.',
    ],
    high: ['Drinking too little or high blood sugar can raise it.', 'Tomar poca agua o el azúcar alta pueden subirla.'],
    low: ['Too much water or low sodium can lower it.', 'Demasiada agua o el sodio bajo pueden bajarla.'],
    next: next.withOthers,
  }),
  lab('1995-0 12180-6', {
    name: ['Free calcium (ionized)', 'Calcio libre (iónico)'],
    short: ['The calcium the body can use', 'El calcio que el cuerpo puede usar'],
    measures: [
      'It is the part of calcium that is free to work in nerves, muscles and the heart.',
      'Es la parte del calcio libre para trabajar en nervios, músculos y corazón.',
    ],
    high: [
      'A gland in the neck, vitamin D or calcium pills can raise it.',
      'Una glándula del cuello, la vitamina D o las pastillas de calcio pueden subirlo.',
    ],
    low: [
      'Too little vitamin D or a slow gland in the neck can lower it. Lips or fingers may tingle.',
      'La falta de vitamina D o una glándula lenta del cuello pueden bajarlo. Pueden hormiguear los labios o los dedos.',
    ],
    next: next.salts,
  }),
  lab('2731-8', {
    name: ['Parathyroid hormone (PTH)', 'Hormona paratiroidea (PTH)'],
    short: ['Keeps calcium in balance', 'Mantiene el calcio en equilibrio'],
    measures: [
      'Small glands in the neck make it. It keeps calcium in your blood steady.',
      'La producen unas glándulas pequeñas del cuello. Mantiene estable el calcio de la sangre.',
    ],
    high: [
      'Low vitamin D, weak kidneys or an active gland can raise it.',
      'La vitamina D baja, los riñones débiles o una glándula activa pueden subirla.',
    ],
    low: [
      'High calcium, low magnesium or neck surgery can lower it.',
      'El calcio alto, el magnesio bajo o una cirugía del cuello pueden bajarla.',
    ],
    next: next.withOthers,
  }),
  lab('5763-8', {
    name: ['Zinc', 'Zinc'],
    short: ['A mineral for healing and defenses', 'Un mineral para sanar y defenderse'],
    measures: [
      'Zinc helps wounds heal and helps the body fight germs.',
      'El zinc ayuda a sanar heridas y a combatir gérmenes.',
    ],
    high: ['Zinc pills can raise it.', 'Las pastillas de zinc pueden subirlo.'],
    low: [
      'Little meat or seafood, or gut problems, can lower it.',
      'Comer poca carne o mariscos, o los problemas del intestino, pueden bajarlo.',
    ],
    next: next.askTeam,
  }),
  lab('13964-2', {
    name: ['Methylmalonic acid', 'Ácido metilmalónico'],
    short: ['Shows whether vitamin B12 is enough', 'Muestra si la vitamina B12 alcanza'],
    measures: [
      'It builds up when the body has too little vitamin B12 to use.',
      'Se acumula cuando al cuerpo le falta vitamina B12.',
    ],
    high: [
      'Vitamin B12 may be too low. Weak kidneys can raise it too.',
      'La vitamina B12 puede estar baja. Los riñones débiles también lo suben.',
    ],
    low: ['Vitamin B12 is likely enough.', 'Es probable que la vitamina B12 alcance.'],
    next: next.withOthers,
  }),
  lab('5671-3 10368-9 77307-7', {
    name: ['Lead', 'Plomo'],
    short: ['Looks for lead in your blood', 'Busca plomo en la sangre'],
    measures: [
      'Lead is a metal that can harm a child’s brain. It comes from old paint, dust, water or some pots and toys.',
      'El plomo es un metal que puede dañar el cerebro de los niños. Viene de pintura vieja, polvo, agua o algunas ollas y juguetes.',
    ],
    high: [
      'Lead got into the body. 3.5 or more in a child means looking for where it comes from.',
      'El plomo entró al cuerpo. 3.5 o más en un niño significa buscar de dónde viene.',
    ],
    low: ['A low value is good. No lead is best.', 'Un valor bajo es bueno. Lo mejor es nada de plomo.'],
    next: [
      'A finger test is checked again with blood from the arm. Wash hands and toys often. Food with iron and calcium helps.',
      'Una prueba del dedo se repite con sangre del brazo. Lave seguido manos y juguetes. La comida con hierro y calcio ayuda.',
    ],
  }),
]);
