import { lab, type PlainLab } from '../plain-lab.ts';
import { reviewed } from '../words.ts';
import { next } from './next.ts';

/** Looking for germs, and for protection against them. */
export const infectionLabs: readonly PlainLab[] = reviewed('2026-11-26', [
  lab('56888-1 7918-6', {
    name: ['HIV test', 'Prueba de VIH'],
    short: ['Looks for the HIV virus', 'Busca el virus del VIH'],
    measures: [
      'It looks for HIV and for antibodies against it. A first reactive result always needs a second test.',
      'Busca el VIH y anticuerpos contra él. Un primer resultado reactivo siempre necesita una segunda prueba.',
    ],
    high: null,
    low: null,
    next: [
      'With pills, people with HIV live long and healthy lives. Very recent contact may not show yet, so ask when to test again.',
      'Con pastillas, las personas con VIH viven mucho y sanas. Un contacto muy reciente puede no verse aún; pregunte cuándo repetir.',
    ],
  }),
  lab('20447-9', {
    name: ['HIV virus amount (viral load)', 'Cantidad de virus de VIH (carga viral)'],
    short: ['How much HIV is in the blood', 'Cuánto VIH hay en la sangre'],
    measures: [
      'It counts HIV in the blood. The goal of treatment is so little that it cannot be found.',
      'Cuenta el VIH en la sangre. La meta del tratamiento es tan poco que no se encuentre.',
    ],
    high: [
      'The pills may not work fully, or doses were missed.',
      'Las pastillas pueden no funcionar del todo, o faltaron dosis.',
    ],
    low: ['The treatment works.', 'El tratamiento funciona.'],
    next: next.dose,
  }),
  lab('24467-3', {
    name: ['CD4 cells', 'Células CD4'],
    short: ['Cells that guard against infection', 'Células que protegen de infecciones'],
    measures: [
      'CD4 cells lead the fight against germs. HIV can lower them.',
      'Las células CD4 dirigen la lucha contra los gérmenes. El VIH puede bajarlas.',
    ],
    high: ['A high value is good.', 'Un valor alto es bueno.'],
    low: [
      'Infections are easier to catch. Below 200, extra medicine may protect.',
      'Es más fácil tener infecciones. Con menos de 200, otra medicina puede proteger.',
    ],
    next: next.askTeam,
  }),
  lab('20507-0 5292-8', {
    name: ['Syphilis test', 'Prueba de sífilis'],
    short: ['Looks for signs of syphilis', 'Busca señales de sífilis'],
    measures: [
      'It looks for antibodies that appear with syphilis. Other illness can make it react, so a second test follows.',
      'Busca anticuerpos que aparecen con la sífilis. Otras enfermedades también reaccionan, por eso sigue otra prueba.',
    ],
    high: null,
    low: null,
    next: next.partners,
  }),
  lab('43304-5 21613-5', {
    name: ['Chlamydia test', 'Prueba de clamidia'],
    short: ['Looks for chlamydia', 'Busca clamidia'],
    measures: [
      'It looks for chlamydia, an infection passed on by sex. Most people feel nothing.',
      'Busca clamidia, una infección que se pasa por el sexo. Casi nadie siente nada.',
    ],
    high: null,
    low: null,
    next: next.partners,
  }),
  lab('43305-2 24111-7', {
    name: ['Gonorrhea test', 'Prueba de gonorrea'],
    short: ['Looks for gonorrhea', 'Busca gonorrea'],
    measures: [
      'It looks for gonorrhea, an infection passed on by sex.',
      'Busca gonorrea, una infección que se pasa por el sexo.',
    ],
    high: null,
    low: null,
    next: next.partners,
  }),
  lab('21440-3', {
    name: ['HPV test', 'Prueba de VPH'],
    short: ['Looks for the virus behind cervical cancer', 'Busca el virus del cáncer de cuello uterino'],
    measures: [
      'It looks for kinds of HPV that can change cells of the cervix over many years. Most people have HPV at some time.',
      'Busca tipos de VPH que con los años pueden cambiar células del cuello uterino. Casi todos tienen VPH alguna vez.',
    ],
    high: null,
    low: null,
    next: [
      'If it was found, it is not cancer. Your care team looks closer or checks again in a year.',
      'Si se encontró, no es cáncer. Su equipo médico mira más de cerca o repite la prueba en un año.',
    ],
  }),
  lab('80382-5 92142-9 76078-5', {
    name: ['Flu A test', 'Prueba de gripe A (influenza A)'],
    short: ['Looks for the flu virus, type A', 'Busca el virus de la gripe, tipo A'],
    measures: ['It looks for the flu virus in a nose swab.', 'Busca el virus de la gripe en una muestra de la nariz.'],
    high: null,
    low: null,
    next: [
      'Flu pills work best in the first two days. Call 911 for trouble breathing, blue lips or confusion.',
      'Las pastillas contra la gripe funcionan mejor en los primeros dos días. Llame al 911 si cuesta respirar, los labios se ponen azules o hay confusión.',
    ],
  }),
  lab('80383-3 92141-1 76080-1', {
    name: ['Flu B test', 'Prueba de gripe B (influenza B)'],
    short: ['Looks for the flu virus, type B', 'Busca el virus de la gripe, tipo B'],
    measures: ['It looks for the flu virus in a nose swab.', 'Busca el virus de la gripe en una muestra de la nariz.'],
    high: null,
    low: null,
    next: [
      'Flu pills work best in the first two days. Call 911 for trouble breathing, blue lips or confusion.',
      'Las pastillas contra la gripe funcionan mejor en los primeros dos días. Llame al 911 si cuesta respirar, los labios se ponen azules o hay confusión.',
    ],
  }),
  lab('92131-2', {
    name: ['RSV test', 'Prueba de VRS'],
    short: ['Looks for the RSV virus', 'Busca el virus VRS'],
    measures: [
      'It looks for RSV, a cold virus that can be hard on babies and older people.',
      'Busca el VRS, un virus de resfriado que puede ser fuerte en bebés y mayores.',
    ],
    high: null,
    low: null,
    next: [
      'Call right away if a baby breathes fast, drinks little or is hard to wake. Call 911 for blue lips.',
      'Llame enseguida si un bebé respira rápido, toma poco o cuesta despertarlo. Llame al 911 si los labios se ponen azules.',
    ],
  }),
  lab('45323-3', {
    name: ['TB blood test', 'Prueba de tuberculosis en sangre'],
    short: ['Shows contact with TB germs', 'Muestra contacto con la tuberculosis'],
    measures: [
      'It shows whether the body ever met TB germs. It does not tell whether they make you sick now.',
      'Muestra si el cuerpo tuvo contacto con la tuberculosis. No dice si ahora causa enfermedad.',
    ],
    high: null,
    low: null,
    next: [
      'If it reacts, a chest X-ray usually follows. Call for a long cough, night sweats or weight loss.',
      'Si reacciona, suele seguir una radiografía del pecho. Llame si hay tos larga, sudor nocturno o pérdida de peso.',
    ],
  }),
  lab('22310-7', {
    name: ['H. pylori antibodies', 'Anticuerpos de H. pylori'],
    short: ['Signs of a stomach germ', 'Señales de un germen del estómago'],
    measures: [
      'H. pylori is a germ that can cause stomach ulcers. Antibodies stay even after it is gone.',
      'H. pylori es un germen que puede causar úlceras. Los anticuerpos quedan aunque ya no esté.',
    ],
    high: null,
    low: null,
    next: [
      'A breath or stool test can show whether the germ is there now. It can be treated.',
      'Una prueba de aliento o de heces muestra si el germen está ahora. Se puede tratar.',
    ],
  }),
  lab('8014-3 5334-8', {
    name: ['Rubella protection', 'Protección contra la rubéola'],
    short: ['Shows whether you are protected', 'Muestra si tiene protección'],
    measures: [
      'It looks for antibodies that protect from rubella. They matter before pregnancy.',
      'Busca anticuerpos que protegen de la rubéola. Importan antes de un embarazo.',
    ],
    high: ['You are most likely protected.', 'Lo más probable es que tenga protección.'],
    low: [
      'You may need a vaccine, but not while pregnant.',
      'Puede necesitar una vacuna, pero no durante el embarazo.',
    ],
    next: next.askTeam,
  }),
  lab('15410-4', {
    name: ['Chickenpox protection', 'Protección contra la varicela'],
    short: ['Shows whether you are protected', 'Muestra si tiene protección'],
    measures: [
      'It looks for antibodies that protect from chickenpox.',
      'Busca anticuerpos que protegen de la varicela.',
    ],
    high: ['You are most likely protected.', 'Lo más probable es que tenga protección.'],
    low: [
      'You may need a vaccine, but not while pregnant.',
      'Puede necesitar una vacuna, pero no durante el embarazo.',
    ],
    next: next.askTeam,
  }),
  lab('48683-7', {
    name: ['Group B strep test', 'Prueba de estreptococo B'],
    short: ['A check near the end of pregnancy', 'Una revisión al final del embarazo'],
    measures: [
      'Many healthy people carry these germs. They can make a newborn sick during birth.',
      'Muchas personas sanas llevan estos gérmenes. Pueden enfermar al bebé durante el parto.',
    ],
    high: null,
    low: null,
    next: [
      'If it was found, medicine during labor protects the baby. Tell the birth team.',
      'Si se encontró, una medicina durante el parto protege al bebé. Avise al equipo del parto.',
    ],
  }),
  lab('600-7', {
    name: ['Blood culture', 'Cultivo de sangre'],
    short: ['Looks for germs in the blood', 'Busca gérmenes en la sangre'],
    measures: [
      'Blood is kept warm for some days to see whether germs grow.',
      'La sangre se guarda tibia unos días para ver si crecen gérmenes.',
    ],
    high: null,
    low: null,
    next: [
      'Your care team calls soon if germs grow. Call 911 for fever with confusion, fast breathing or cold, spotted skin.',
      'Su equipo médico llama pronto si crecen gérmenes. Llame al 911 si hay fiebre con confusión, respiración rápida o piel fría y manchada.',
    ],
  }),
  lab('625-4', {
    name: ['Stool culture', 'Cultivo de heces'],
    short: ['Looks for germs that cause diarrhea', 'Busca gérmenes que causan diarrea'],
    measures: [
      'Stool is kept warm to see whether germs grow that cause diarrhea.',
      'Las heces se guardan tibias para ver si crecen gérmenes que causan diarrea.',
    ],
    high: null,
    low: null,
    next: [
      'Drink plenty and wash hands well. Call for blood in the stool, high fever or very little urine.',
      'Tome mucho líquido y lávese bien las manos. Llame si hay sangre en las heces, fiebre alta o muy poca orina.',
    ],
  }),
]);
