import { lab, type PlainLab } from '../plain-lab.ts';
import { reviewed } from '../words.ts';
import { next } from './next.ts';

/** The body's defenses, cancer markers, checks of the gut. */
export const defenseAndMarkerLabs: readonly PlainLab[] = reviewed('2026-11-26', [
  lab('8061-4 5048-4', {
    name: ['ANA', 'ANA'],
    short: ['Antibodies against own cells', 'Anticuerpos contra células propias'],
    measures: [
      'It looks for antibodies against parts of your own cells.',
      'Busca anticuerpos contra partes de las propias células.',
    ],
    high: [
      'It can go with lupus or joint disease. Many healthy people have it too.',
      'Puede acompañar al lupus o a enfermedades de las articulaciones. Muchas personas sanas también lo tienen.',
    ],
    low: ['Lupus is unlikely.', 'El lupus es poco probable.'],
    next: next.withOthers,
  }),
  lab('11572-5', {
    name: ['Rheumatoid factor', 'Factor reumatoide'],
    short: ['Helps find joint disease', 'Ayuda a encontrar enfermedad de las articulaciones'],
    measures: [
      'It is an antibody that is common in rheumatoid arthritis.',
      'Es un anticuerpo común en la artritis reumatoide.',
    ],
    high: [
      'It can mean rheumatoid arthritis. Age and infections can raise it too.',
      'Puede significar artritis reumatoide. La edad y las infecciones también lo suben.',
    ],
    low: ['Joint disease is less likely, but possible.', 'La enfermedad es menos probable, pero posible.'],
    next: next.withOthers,
  }),
  lab('33935-8', {
    name: ['CCP antibodies', 'Anticuerpos CCP'],
    short: ['Helps find rheumatoid arthritis', 'Ayuda a encontrar la artritis reumatoide'],
    measures: [
      'These antibodies are seldom found without rheumatoid arthritis, a joint disease.',
      'Estos anticuerpos casi solo se encuentran con artritis reumatoide, una enfermedad de las articulaciones.',
    ],
    high: [
      'The joint disease is more likely, now or later. The sooner it is treated, the better.',
      'La enfermedad es más probable, ahora o después. Cuanto antes se trata, mejor.',
    ],
    low: ['The joint disease is less likely.', 'La enfermedad es menos probable.'],
    next: next.withOthers,
  }),
  lab('31017-7', {
    name: ['Celiac test (tTG antibodies)', 'Prueba de celiaquía (anticuerpos tTG)'],
    short: ['Shows a reaction to gluten', 'Muestra una reacción al gluten'],
    measures: [
      'It looks for antibodies that appear when the gut reacts to gluten in wheat, barley and rye.',
      'Busca anticuerpos que aparecen cuando el intestino reacciona al gluten de trigo, cebada y centeno.',
    ],
    high: [
      'Celiac disease is likely. The gut is often looked at to be sure.',
      'La celiaquía es probable. Muchas veces se mira el intestino para confirmarla.',
    ],
    low: ['Celiac disease is unlikely, if you eat gluten.', 'La celiaquía es poco probable, si come gluten.'],
    next: [
      'Do not stop gluten before all tests are done. Ask your care team first.',
      'No deje el gluten antes de terminar las pruebas. Pregunte primero a su equipo médico.',
    ],
  }),
  lab('2458-8', {
    name: ['Antibodies IgA', 'Anticuerpos IgA'],
    short: ['Guards of nose, lungs and gut', 'Defensas de nariz, pulmones e intestino'],
    measures: ['IgA guards the nose, lungs and gut from germs.', 'La IgA protege nariz, pulmones e intestino.'],
    high: ['Long inflammation or liver problems can raise it.', 'Una inflamación larga o el hígado pueden subirla.'],
    low: ['Some people have little IgA and feel well.', 'Algunas personas tienen poca IgA y se sienten bien.'],
    next: next.withOthers,
  }),
  lab('2465-3', {
    name: ['Antibodies IgG', 'Anticuerpos IgG'],
    short: ['Long-lasting defenses', 'Defensas de larga duración'],
    measures: [
      'IgG remembers germs that the body met before, or got from vaccines.',
      'La IgG recuerda los gérmenes que el cuerpo ya conoció o recibió en vacunas.',
    ],
    high: ['Long infection or inflammation can raise it.', 'Una infección o inflamación larga puede subirla.'],
    low: ['Infections may be easier to catch.', 'Puede ser más fácil tener infecciones.'],
    next: next.withOthers,
  }),
  lab('19113-0', {
    name: ['Allergy antibodies, total (IgE)', 'Anticuerpos de alergia, total (IgE)'],
    short: ['All allergy antibodies together', 'Todos los anticuerpos de alergia juntos'],
    measures: [
      'It counts all allergy antibodies. It does not say what causes an allergy.',
      'Cuenta todos los anticuerpos de alergia. No dice qué causa una alergia.',
    ],
    high: [
      'Allergies, asthma, eczema or parasites can raise it.',
      'Las alergias, el asma, el eccema o los parásitos pueden subirla.',
    ],
    low: ['An allergy is less likely.', 'Una alergia es menos probable.'],
    next: next.withOthers,
  }),
  lab('2039-6', {
    name: ['CEA', 'ACE (CEA)'],
    short: ['Used to follow some cancers', 'Sirve para vigilar algunos cánceres'],
    measures: [
      'CEA is a protein that is used to follow bowel cancer and some others.',
      'El CEA es una proteína que sirve para vigilar el cáncer de intestino y otros.',
    ],
    high: [
      'Smoking and harmless illness can raise it, and so can cancer.',
      'Fumar y enfermedades leves pueden subirlo; un cáncer también.',
    ],
    low: ['A low value is good.', 'Un valor bajo es bueno.'],
    next: next.marker,
  }),
  lab('10334-1', {
    name: ['CA-125', 'CA-125'],
    short: ['Used to follow cancer of the ovaries', 'Sirve para vigilar el cáncer de ovario'],
    measures: [
      'It is a protein that is used to follow cancer of the ovaries.',
      'Es una proteína que sirve para vigilar el cáncer de ovario.',
    ],
    high: [
      'Periods, pregnancy, fibroids and other harmless things raise it, and so can cancer.',
      'La regla, el embarazo, los miomas y otras cosas leves lo suben; un cáncer también.',
    ],
    low: ['A low value is good.', 'Un valor bajo es bueno.'],
    next: next.marker,
  }),
  lab('6875-9', {
    name: ['CA 15-3', 'CA 15-3'],
    short: ['Used to follow breast cancer', 'Sirve para vigilar el cáncer de seno'],
    measures: [
      'It is a protein that is used to follow breast cancer during and after treatment.',
      'Es una proteína que sirve para vigilar el cáncer de seno durante y después del tratamiento.',
    ],
    high: [
      'It can rise for harmless reasons, with liver problems, or when a cancer grows.',
      'Puede subir por razones leves, por problemas del hígado o cuando un cáncer crece.',
    ],
    low: ['A low value is good.', 'Un valor bajo es bueno.'],
    next: next.marker,
  }),
  lab('24108-3', {
    name: ['CA 19-9', 'CA 19-9'],
    short: ['Used to follow cancer of the pancreas', 'Sirve para vigilar el cáncer de páncreas'],
    measures: [
      'It is a substance that is used to follow cancer of the pancreas and bile tubes.',
      'Es una sustancia que sirve para vigilar el cáncer de páncreas y de vías biliares.',
    ],
    high: [
      'Gallstones or a sore pancreas can raise it, and so can cancer.',
      'Los cálculos o un páncreas inflamado pueden subirlo; un cáncer también.',
    ],
    low: ['A low value is good.', 'Un valor bajo es bueno.'],
    next: next.marker,
  }),
  lab('1834-1', {
    name: ['AFP', 'AFP'],
    short: ['A protein of pregnancy and liver', 'Una proteína del embarazo y del hígado'],
    measures: [
      'An unborn baby makes AFP. In other people the liver makes a little.',
      'Un bebé antes de nacer produce AFP. En otras personas el hígado produce un poco.',
    ],
    high: [
      'Pregnancy, liver disease and some growths can raise it.',
      'El embarazo, la enfermedad del hígado y algunos tumores pueden subirla.',
    ],
    low: ['Outside of pregnancy a low value is good.', 'Fuera del embarazo un valor bajo es bueno.'],
    next: next.withOthers,
  }),
  lab('57905-2 29771-3 2335-8', {
    name: ['Hidden blood in stool', 'Sangre oculta en las heces'],
    short: ['A bowel cancer check', 'Una revisión del cáncer de intestino'],
    measures: [
      'It looks for blood in stool that the eye cannot see.',
      'Busca sangre en las heces que no se ve a simple vista.',
    ],
    high: [
      'Piles, growths called polyps or cancer can bleed. Most people with blood do not have cancer.',
      'Las hemorroides, los pólipos o un cáncer pueden sangrar. La mayoría con sangre no tiene cáncer.',
    ],
    low: ['No blood was found. Repeat it each year.', 'No se encontró sangre. Repítala cada año.'],
    next: [
      'If blood was found, a look inside the bowel (colonoscopy) is the next step. Do not put it off.',
      'Si se encontró sangre, el siguiente paso es mirar el intestino (colonoscopia). No lo deje para después.',
    ],
  }),
  lab('38445-3', {
    name: ['Calprotectin in stool', 'Calprotectina en las heces'],
    short: ['Shows whether the bowel is inflamed', 'Muestra si el intestino está inflamado'],
    measures: ['It rises when the bowel is inflamed.', 'Sube cuando el intestino está inflamado.'],
    high: [
      'An infection, pain pills such as ibuprofen or a bowel disease can raise it.',
      'Una infección, pastillas como el ibuprofeno o una enfermedad del intestino pueden subirla.',
    ],
    low: ['The bowel is likely not inflamed.', 'Es probable que el intestino no esté inflamado.'],
    next: next.repeat,
  }),
]);
