import { lab, type PlainLab } from '../plain-lab.ts';
import { reviewed } from '../words.ts';
import { next } from './next.ts';

/** Sugar, salts and kidneys. */
export const chemistryLabs: readonly PlainLab[] = reviewed('2026-11-22', [
  lab('4548-4 17856-6 59261-8', {
    name: ['Hemoglobin A1c', 'Hemoglobina A1c'],
    short: ['Average blood sugar, last 3 months', 'Azúcar promedio, últimos 3 meses'],
    measures: [
      'A1c shows your average blood sugar over about three months.',
      'La A1c muestra su azúcar promedio en la sangre durante unos tres meses.',
    ],
    high: [
      'From 5.7 to 6.4 percent is called prediabetes. 6.5 or more can mean diabetes. Many people with diabetes aim for less than 7.',
      'De 5.7 a 6.4 por ciento se llama prediabetes. 6.5 o más puede significar diabetes. Muchas personas con diabetes buscan menos de 7.',
    ],
    low: [
      'Some kinds of anemia make it look low. With diabetes medicine, tell your care team about low sugar spells.',
      'Algunas anemias lo hacen ver bajo. Si toma medicina para la diabetes, avise si ha tenido bajones de azúcar.',
    ],
    next: next.sugar,
  }),
  lab('2345-7 2339-0 1558-6 41653-7 2340-8 74774-1 1557-8', {
    name: ['Blood sugar (glucose)', 'Azúcar en la sangre (glucosa)'],
    short: ['Sugar in your blood right then', 'Azúcar en la sangre en ese momento'],
    measures: [
      'Glucose is the sugar your body uses as fuel. It rises after you eat.',
      'La glucosa es el azúcar que su cuerpo usa como energía. Sube después de comer.',
    ],
    high: [
      'Eating before the test raises it. If it stays high, it can mean diabetes.',
      'Comer antes de la prueba la sube. Si se queda alta, puede significar diabetes.',
    ],
    low: [
      'Skipping meals or too much diabetes medicine can lower it. Shaking, sweating or confusion are warning signs.',
      'Saltarse comidas o demasiada medicina para la diabetes puede bajarla. Temblor, sudor o confusión son señales de alarma.',
    ],
    next: next.sugar,
  }),
  lab('3094-0 6299-2 49071-4', {
    name: ['Urea nitrogen (BUN)', 'Nitrógeno ureico (BUN)'],
    short: ['A kidney check', 'Una revisión de los riñones'],
    measures: ['Urea is waste that healthy kidneys wash out.', 'La urea es un desecho que los riñones sanos eliminan.'],
    high: [
      'Not drinking enough water or much protein can raise it. Weak kidneys can too.',
      'Tomar poca agua o mucha proteína puede subirlo. Los riñones débiles también.',
    ],
    low: ['A low value is seldom a problem.', 'Un valor bajo rara vez es un problema.'],
    next: next.withOthers,
  }),
  lab('2160-0 38483-4 77140-2', {
    name: ['Creatinine', 'Creatinina'],
    short: ['A kidney check', 'Una revisión de los riñones'],
    measures: [
      'Creatinine is waste from your muscles. Healthy kidneys wash it out.',
      'La creatinina es un desecho de los músculos. Los riñones sanos la eliminan.',
    ],
    high: [
      'The kidneys may be working less well. Hard exercise, much meat or too little water can also raise it.',
      'Los riñones pueden trabajar menos bien. El ejercicio fuerte, mucha carne o poca agua también pueden subirla.',
    ],
    low: [
      'People with less muscle often have a low value.',
      'Las personas con menos músculo suelen tener un valor bajo.',
    ],
    next: [
      'Ask your care team before taking pain pills such as ibuprofen if your value is high.',
      'Si su valor está alto, pregunte a su equipo médico antes de tomar pastillas como ibuprofeno.',
    ],
  }),
  lab('33914-3 48642-3 48643-1 62238-1 98979-8 88293-6 69405-9 77147-7', {
    name: ['Kidney function (eGFR)', 'Función de los riñones (TFGe)'],
    short: ['How well your kidneys filter blood', 'Qué tan bien filtran los riñones'],
    measures: [
      'It estimates how much blood your kidneys clean each minute. Higher is better.',
      'Estima cuánta sangre limpian los riñones cada minuto. Más alto es mejor.',
    ],
    high: null,
    low: [
      'Below 60 for three months or more can mean kidney disease. It also falls slowly with age.',
      'Menos de 60 durante tres meses o más puede significar enfermedad de los riñones. También baja poco a poco con la edad.',
    ],
    next: [
      'Your care team checks it again over time. Some medicine doses depend on it.',
      'Su equipo médico lo revisa con el tiempo. La dosis de algunas medicinas depende de este valor.',
    ],
  }),
  lab('14959-1 9318-7 13705-9 32294-1', {
    name: ['Urine albumin', 'Albúmina en la orina'],
    short: ['Early kidney check in urine', 'Revisión temprana de los riñones en la orina'],
    measures: [
      'Healthy kidneys keep the protein albumin in your blood. This test looks for it in urine.',
      'Los riñones sanos mantienen la proteína albúmina en la sangre. Esta prueba la busca en la orina.',
    ],
    high: [
      'Diabetes and high blood pressure can make the kidneys leak. Fever or hard exercise can raise it for a day.',
      'La diabetes y la presión alta pueden hacer que los riñones dejen pasar albúmina. La fiebre o el ejercicio fuerte pueden subirla por un día.',
    ],
    low: null,
    next: next.repeat,
  }),
  lab('2951-2 2947-0 77139-4', {
    name: ['Sodium', 'Sodio'],
    short: ['Keeps water in balance', 'Mantiene el agua en equilibrio'],
    measures: [
      'Sodium is a salt that keeps the water in your body in balance.',
      'El sodio es una sal que mantiene en equilibrio el agua del cuerpo.',
    ],
    high: ['Not drinking enough water is the most common reason.', 'Tomar poca agua es la razón más común.'],
    low: [
      'Some water pills and other medicines, vomiting or drinking very much water can lower it.',
      'Algunas pastillas para orinar y otras medicinas, vomitar o tomar muchísima agua pueden bajarlo.',
    ],
    next: next.salts,
  }),
  lab('2823-3 6298-4 75940-7 77142-8', {
    name: ['Potassium', 'Potasio'],
    short: ['Helps your muscles and heart work', 'Ayuda a los músculos y al corazón'],
    measures: [
      'Potassium helps your muscles work and keeps your heartbeat steady.',
      'El potasio ayuda a los músculos y mantiene parejo el latido del corazón.',
    ],
    high: [
      'Weak kidneys and some blood pressure pills can raise it. A damaged blood sample can make it look high.',
      'Los riñones débiles y algunas pastillas para la presión pueden subirlo. Una muestra dañada puede hacerlo ver alto.',
    ],
    low: [
      'Water pills, vomiting or diarrhea can lower it. You may feel weak or have cramps.',
      'Las pastillas para orinar, vomitar o la diarrea pueden bajarlo. Puede sentir debilidad o calambres.',
    ],
    next: [
      'Call your care team about a low or high value. Call 911 for chest pain, fainting or a fluttering heartbeat.',
      'Llame a su equipo médico si el valor está bajo o alto. Llame al 911 si tiene dolor de pecho, desmayo o latidos irregulares.',
    ],
  }),
  lab('2075-0 2069-3 77138-6', {
    name: ['Chloride', 'Cloruro'],
    short: ['A salt in your blood', 'Una sal de la sangre'],
    measures: [
      'Chloride works with sodium to keep water and acid in balance.',
      'El cloruro trabaja con el sodio para equilibrar el agua y el ácido.',
    ],
    high: ['Not drinking enough water is a common reason.', 'Tomar poca agua es una razón común.'],
    low: ['Vomiting and some water pills can lower it.', 'Vomitar y algunas pastillas para orinar pueden bajarlo.'],
    next: next.withOthers,
  }),
  lab('2028-9 20565-8 77143-6 1963-8', {
    name: ['Carbon dioxide (bicarbonate)', 'Dióxido de carbono (bicarbonato)'],
    short: ['Shows the acid balance of your blood', 'Muestra el equilibrio ácido de la sangre'],
    measures: [
      'Most carbon dioxide in blood is bicarbonate. It keeps acid in balance.',
      'La mayor parte del dióxido de carbono en la sangre es bicarbonato. Mantiene el ácido en equilibrio.',
    ],
    high: [
      'Vomiting, water pills or some lung problems can raise it.',
      'Vomitar, las pastillas para orinar o algunos problemas de los pulmones pueden subirlo.',
    ],
    low: [
      'Diarrhea, kidney problems or very high blood sugar can lower it.',
      'La diarrea, los problemas de riñón o el azúcar muy alto pueden bajarlo.',
    ],
    next: next.withOthers,
  }),
  lab('17861-6 49765-1 2000-8', {
    name: ['Calcium', 'Calcio'],
    short: ['For bones, nerves and muscles', 'Para huesos, nervios y músculos'],
    measures: [
      'Calcium keeps bones strong and helps nerves and muscles work.',
      'El calcio fortalece los huesos y ayuda a los nervios y músculos.',
    ],
    high: [
      'A gland in the neck, vitamin D or calcium pills can raise it.',
      'Una glándula del cuello, la vitamina D o las pastillas de calcio pueden subirlo.',
    ],
    low: [
      'Too little vitamin D or low protein in blood can lower it.',
      'La falta de vitamina D o poca proteína en la sangre puede bajarlo.',
    ],
    next: next.repeat,
  }),
  lab('19123-9 2601-3', {
    name: ['Magnesium', 'Magnesio'],
    short: ['For muscles, nerves and heartbeat', 'Para músculos, nervios y latidos'],
    measures: [
      'Magnesium helps muscles, nerves and the heart. It works closely with potassium.',
      'El magnesio ayuda a los músculos, los nervios y el corazón. Trabaja junto con el potasio.',
    ],
    high: [
      'Weak kidneys or some stomach medicines can raise it.',
      'Los riñones débiles o algunas medicinas para el estómago pueden subirlo.',
    ],
    low: [
      'Water pills, diarrhea or alcohol can lower it.',
      'Las pastillas para orinar, la diarrea o el alcohol pueden bajarlo.',
    ],
    next: next.salts,
  }),
  lab('2777-1', {
    name: ['Phosphate', 'Fosfato'],
    short: ['For bones and energy', 'Para los huesos y la energía'],
    measures: ['Phosphate helps build bones and store energy.', 'El fosfato ayuda a formar huesos y guardar energía.'],
    high: ['Weak kidneys are a common reason.', 'Los riñones débiles son una razón común.'],
    low: ['Eating too little or some medicines can lower it.', 'Comer muy poco o algunas medicinas pueden bajarlo.'],
    next: next.withOthers,
  }),
  lab('3084-1', {
    name: ['Uric acid', 'Ácido úrico'],
    short: ['Linked to gout', 'Relacionado con la gota'],
    measures: [
      'Uric acid is waste from food and cells. Too much can form crystals in joints.',
      'El ácido úrico es un desecho de la comida y las células. En exceso puede formar cristales en las articulaciones.',
    ],
    high: [
      'Meat, beer, water pills or weak kidneys can raise it. It can cause gout.',
      'La carne, la cerveza, las pastillas para orinar o los riñones débiles pueden subirlo. Puede causar gota.',
    ],
    low: null,
    next: next.askTeam,
  }),
]);
