import { vaccine, type PlainVaccine } from '../plain-vaccine.ts';
import { reviewed } from '../words.ts';
import { after, next } from './endings.ts';

/** Vaccines of adults and of all ages, for travel, and what is given beside vaccines. */
export const adultAndTravelVaccines: readonly PlainVaccine[] = reviewed('2026-11-26', [
  vaccine('15 16 88 140 141 150 153 155 158 161 166 171 185 186', {
    name: ['Flu vaccine', 'Vacuna contra la gripe (influenza)'],
    short: ['Protects from the flu this season', 'Protege de la gripe esta temporada'],
    protects: [
      'The flu can lead to pneumonia and hospital stays. The vaccine makes that less likely. It cannot cause the flu.',
      'La gripe puede causar neumonía y hospitalización. La vacuna lo hace menos probable. No puede causar la gripe.',
    ],
    after: after.sore,
    next: next.yearly,
  }),
  vaccine('135 168 197 205', {
    name: ['Flu shot for older people', 'Vacuna contra la gripe para mayores'],
    short: ['A stronger flu shot', 'Una vacuna de gripe más fuerte'],
    protects: [
      'The flu can be hard on older people. This shot is made stronger to protect them better.',
      'La gripe puede ser dura en los mayores. Esta vacuna es más fuerte para protegerlos mejor.',
    ],
    after: after.sore,
    next: next.yearly,
  }),
  vaccine('111 149 151', {
    name: ['Flu nose spray', 'Vacuna de gripe en la nariz'],
    short: ['Flu vaccine without a needle', 'Vacuna de gripe sin aguja'],
    protects: [
      'It protects from the flu with a weak virus sprayed into the nose.',
      'Protege de la gripe con un virus débil que se rocía en la nariz.',
    ],
    after: [
      'A runny nose, headache or sore throat for a few days is common.',
      'Es común tener moqueo, dolor de cabeza o de garganta unos días.',
    ],
    next: next.yearly,
  }),
  vaccine('207 208 217 218 219 221 227 228 229 230 300 301 302 308 309 310 311 312', {
    name: ['COVID-19 (mRNA)', 'COVID-19 (ARNm)'],
    short: ['Protects from severe COVID-19', 'Protege de COVID-19 grave'],
    protects: [
      'It teaches the body to fight the COVID-19 virus. It makes a bad illness and long COVID less likely.',
      'Enseña al cuerpo a combatir el virus de COVID-19. Hace menos probable una enfermedad grave y el COVID prolongado.',
    ],
    after: [
      'A sore arm, fever and feeling tired for a day or two are common. Call today for chest pain or a racing heart.',
      'Es común el dolor en el brazo, fiebre y cansancio uno o dos días. Llame hoy si hay dolor de pecho o el corazón se acelera.',
    ],
    next: next.yearly,
  }),
  vaccine('213', {
    name: ['COVID-19 (kind not stated)', 'COVID-19 (tipo no indicado)'],
    short: ['Protects from severe COVID-19', 'Protege de COVID-19 grave'],
    protects: [
      'It teaches the body to fight the COVID-19 virus. The record does not say which kind of vaccine it was.',
      'Enseña al cuerpo a combatir el virus de COVID-19. El registro no dice qué tipo de vacuna fue.',
    ],
    after: after.sore,
    next: next.yearly,
  }),
  vaccine('211 313', {
    name: ['COVID-19 (protein)', 'COVID-19 (proteína)'],
    short: ['Protects from severe COVID-19', 'Protege de COVID-19 grave'],
    protects: [
      'It shows the body a piece of the COVID-19 virus, so that it can fight the real one. It is made without mRNA.',
      'Muestra al cuerpo una parte del virus de COVID-19 para que combata el real. Se hace sin ARNm.',
    ],
    after: after.sore,
    next: next.yearly,
  }),
  vaccine('212', {
    name: ['COVID-19 (one-dose, Janssen)', 'COVID-19 (una dosis, Janssen)'],
    short: ['An older COVID-19 vaccine', 'Una vacuna antigua de COVID-19'],
    protects: [
      'It protected from severe COVID-19 with one dose. It is no longer used in the United States.',
      'Protegía de COVID-19 grave con una dosis. Ya no se usa en Estados Unidos.',
    ],
    after: after.sore,
    next: next.old,
  }),
  vaccine('115', {
    name: ['Tetanus, diphtheria, whooping cough (Tdap)', 'Tétanos, difteria y tos ferina (Tdap)'],
    short: ['A booster for teens and adults', 'Un refuerzo para adolescentes y adultos'],
    protects: [
      'Tetanus enters through wounds. Whooping cough is hard on babies. In pregnancy the shot protects the newborn too.',
      'El tétanos entra por las heridas. La tos ferina es dura en los bebés. En el embarazo la vacuna protege también al recién nacido.',
    ],
    after: after.sore,
    next: [
      'A booster is due about every ten years, and in each pregnancy. A dirty wound may need one sooner.',
      'Toca un refuerzo cada diez años más o menos, y en cada embarazo. Una herida sucia puede necesitar uno antes.',
    ],
  }),
  vaccine('09 113 138 139 196', {
    name: ['Tetanus and diphtheria (Td)', 'Tétanos y difteria (Td)'],
    short: ['A booster for teens and adults', 'Un refuerzo para adolescentes y adultos'],
    protects: [
      'Tetanus enters through wounds and locks the muscles. Diphtheria can close the throat.',
      'El tétanos entra por las heridas y pone rígidos los músculos. La difteria puede cerrar la garganta.',
    ],
    after: after.sore,
    next: [
      'A booster is due about every ten years. A dirty wound may need one sooner.',
      'Toca un refuerzo cada diez años más o menos. Una herida sucia puede necesitar uno antes.',
    ],
  }),
  vaccine('33', {
    name: ['Pneumococcal (PPSV23)', 'Neumococo (PPSV23)'],
    short: ['Protects lungs, blood and brain', 'Protege pulmones, sangre y cerebro'],
    protects: [
      'This germ can cause pneumonia and infections of the blood and brain. It is for older people and people at risk.',
      'Este germen puede causar neumonía e infecciones de la sangre y del cerebro. Es para mayores y personas con riesgo.',
    ],
    after: after.sore,
    next: next.ask,
  }),
  vaccine('109', {
    name: ['Pneumococcal (kind not stated)', 'Neumococo (tipo no indicado)'],
    short: ['Protects lungs, blood and brain', 'Protege pulmones, sangre y cerebro'],
    protects: [
      'This germ can cause pneumonia and infections of the blood and brain. The record does not say which kind of shot it was.',
      'Este germen puede causar neumonía e infecciones de la sangre y del cerebro. El registro no dice qué tipo de vacuna fue.',
    ],
    after: after.sore,
    next: next.ask,
  }),
  vaccine('187', {
    name: ['Shingles', 'Herpes zóster (culebrilla)'],
    short: ['Protects from a painful rash', 'Protege de un sarpullido doloroso'],
    protects: [
      'Shingles is a painful rash from the old chickenpox virus. The pain can last for months.',
      'La culebrilla es un sarpullido doloroso por el virus antiguo de la varicela. El dolor puede durar meses.',
    ],
    after: after.strong,
    next: next.series,
  }),
  vaccine('121 188', {
    name: ['Shingles (older or kind not stated)', 'Herpes zóster (antigua o tipo no indicado)'],
    short: ['Protects from a painful rash', 'Protege de un sarpullido doloroso'],
    protects: [
      'Shingles is a painful rash from the old chickenpox virus. A newer shot protects better.',
      'La culebrilla es un sarpullido doloroso por el virus antiguo de la varicela. Una vacuna más nueva protege mejor.',
    ],
    after: after.sore,
    next: ['Ask your care team about the newer shingles shot.', 'Pregunte a su equipo médico por la vacuna más nueva.'],
  }),
  vaccine('303 304 305 326', {
    name: ['RSV', 'VRS'],
    short: ['Protects lungs from the RSV virus', 'Protege los pulmones del virus VRS'],
    protects: [
      'RSV is a cold virus that can be hard on older people and babies. Given late in pregnancy, some kinds protect the newborn.',
      'El VRS es un virus de resfriado, duro en mayores y bebés. Al final del embarazo, algunos tipos protegen al recién nacido.',
    ],
    after: after.sore,
    next: next.ask,
  }),
  vaccine('306 307', {
    name: ['RSV antibodies for babies', 'Anticuerpos contra el VRS para bebés'],
    short: ['Ready-made protection for one season', 'Protección lista para una temporada'],
    protects: [
      'It gives a baby antibodies against RSV, a virus that can make breathing hard. It works at once.',
      'Da al bebé anticuerpos contra el VRS, un virus que dificulta respirar. Protege de inmediato.',
    ],
    after: after.baby,
    next: [
      'It protects for about one winter. Ask your care team about the next one.',
      'Protege más o menos un invierno. Pregunte a su equipo médico por el siguiente.',
    ],
  }),
  vaccine('25 91 101', {
    name: ['Typhoid', 'Fiebre tifoidea'],
    short: ['For travel: a gut infection', 'Para viajes: una infección del intestino'],
    protects: [
      'Typhoid is a bad fever from unclean food and water.',
      'La tifoidea es una fiebre fuerte por comida y agua sucias.',
    ],
    after: after.sore,
    next: next.travel,
  }),
  vaccine('37', {
    name: ['Yellow fever', 'Fiebre amarilla'],
    short: ['For travel: a mosquito virus', 'Para viajes: un virus de mosquitos'],
    protects: [
      'Yellow fever is a virus from mosquitoes that can harm the liver. Some countries ask for proof.',
      'La fiebre amarilla es un virus de mosquitos que puede dañar el hígado. Algunos países piden el comprobante.',
    ],
    after: after.strong,
    next: [
      'Keep the yellow card with the passport. One dose protects most people for life.',
      'Guarde la tarjeta amarilla con el pasaporte. Una dosis protege a la mayoría de por vida.',
    ],
  }),
  vaccine('134', {
    name: ['Japanese encephalitis', 'Encefalitis japonesa'],
    short: ['For travel: a mosquito virus', 'Para viajes: un virus de mosquitos'],
    protects: [
      'It is a virus from mosquitoes in parts of Asia that can inflame the brain.',
      'Es un virus de mosquitos en partes de Asia que puede inflamar el cerebro.',
    ],
    after: after.sore,
    next: next.series,
  }),
  vaccine('223 224', {
    name: ['Tick-borne encephalitis', 'Encefalitis por garrapatas'],
    short: ['For travel: a tick virus', 'Para viajes: un virus de garrapatas'],
    protects: [
      'It is a virus from ticks in parts of Europe and Asia that can inflame the brain. It is not Lyme disease.',
      'Es un virus de garrapatas en partes de Europa y Asia que puede inflamar el cerebro. No es la enfermedad de Lyme.',
    ],
    after: after.sore,
    next: next.series,
  }),
  vaccine('174', {
    name: ['Cholera', 'Cólera'],
    short: ['For travel: a gut infection', 'Para viajes: una infección del intestino'],
    protects: [
      'Cholera is very bad diarrhea from unclean water.',
      'El cólera es una diarrea muy fuerte por agua sucia.',
    ],
    after: after.mouth,
    next: next.travel,
  }),
  vaccine('317', {
    name: ['Chikungunya', 'Chikunguña'],
    short: ['For travel: a mosquito virus', 'Para viajes: un virus de mosquitos'],
    protects: [
      'It is a virus from mosquitoes that causes fever and joint pain that can last for months.',
      'Es un virus de mosquitos que causa fiebre y dolor de articulaciones que puede durar meses.',
    ],
    after: after.strong,
    next: next.ask,
  }),
  vaccine('56', {
    name: ['Dengue', 'Dengue'],
    short: ['For children who had dengue before', 'Para niños que ya tuvieron dengue'],
    protects: [
      'Dengue is a virus from mosquitoes. A second infection can be worse, so the shot is for children who had one.',
      'El dengue es un virus de mosquitos. Una segunda infección puede ser peor; por eso es para niños que ya tuvieron una.',
    ],
    after: after.sore,
    next: next.series,
  }),
  vaccine('18 90 175 176', {
    name: ['Rabies', 'Rabia'],
    short: ['After a bite, or before a risk', 'Tras una mordida, o antes de un riesgo'],
    protects: [
      'Rabies is a deadly virus from bites of bats, dogs and other animals. Shots after a bite stop it.',
      'La rabia es un virus mortal por mordidas de murciélagos, perros y otros animales. Las vacunas tras la mordida la detienen.',
    ],
    after: after.sore,
    next: [
      'All doses are needed, each on its day. Call right away if you missed one or were bitten.',
      'Se necesitan todas las dosis, cada una en su día. Llame enseguida si faltó una o si le mordió un animal.',
    ],
  }),
  vaccine('34', {
    name: ['Rabies antibodies', 'Anticuerpos contra la rabia'],
    short: ['Ready-made protection after a bite', 'Protección lista tras una mordida'],
    protects: [
      'It protects from rabies at once, until the vaccine works.',
      'Protege de la rabia de inmediato, hasta que la vacuna funcione.',
    ],
    after: after.sore,
    next: [
      'The vaccine doses that follow are still needed, each on its day.',
      'Las dosis de la vacuna que siguen también se necesitan, cada una en su día.',
    ],
  }),
  vaccine('13', {
    name: ['Tetanus antibodies', 'Anticuerpos contra el tétanos'],
    short: ['Ready-made protection after a wound', 'Protección lista tras una herida'],
    protects: [
      'It protects from tetanus at once after a dirty wound.',
      'Protege del tétanos de inmediato tras una herida sucia.',
    ],
    after: after.sore,
    next: [
      'A tetanus vaccine is usually given too, because these antibodies fade.',
      'Suele ponerse también la vacuna del tétanos, porque estos anticuerpos se pierden.',
    ],
  }),
  vaccine('30', {
    name: ['Hepatitis B antibodies', 'Anticuerpos contra la hepatitis B'],
    short: ['Ready-made protection after contact', 'Protección lista tras un contacto'],
    protects: [
      'It protects from hepatitis B at once after contact, or a baby at birth.',
      'Protege de la hepatitis B de inmediato tras un contacto, o a un bebé al nacer.',
    ],
    after: after.sore,
    next: [
      'The vaccine doses are needed as well, because these antibodies fade.',
      'También se necesitan las dosis de la vacuna, porque estos anticuerpos se pierden.',
    ],
  }),
  vaccine('206', {
    name: ['Mpox and smallpox', 'Mpox y viruela'],
    short: ['Protects from mpox', 'Protege de la mpox (viruela símica)'],
    protects: [
      'Mpox is a virus that causes a painful rash. It spreads by close contact.',
      'La mpox es un virus que causa un sarpullido doloroso. Se pasa por contacto cercano.',
    ],
    after: after.sore,
    next: next.series,
  }),
  vaccine('19', {
    name: ['Tuberculosis (BCG)', 'Tuberculosis (BCG)'],
    short: ['Given to babies in many countries', 'Se da a bebés en muchos países'],
    protects: [
      'It protects small children from bad forms of tuberculosis (TB).',
      'Protege a los niños pequeños de formas graves de tuberculosis.',
    ],
    after: [
      'A small sore forms on the arm and leaves a scar.',
      'Se forma una llaga pequeña en el brazo que deja cicatriz.',
    ],
    next: [
      'Tell the clinic about it before a TB skin test. The skin test may react because of it.',
      'Avise a la clínica antes de una prueba de tuberculosis en la piel. La prueba puede reaccionar por esta vacuna.',
    ],
  }),
  vaccine('96 98', {
    name: ['TB skin test', 'Prueba de tuberculosis en la piel'],
    short: ['A test, not a vaccine', 'Es una prueba, no una vacuna'],
    protects: [
      'It does not protect. It shows whether the body ever met tuberculosis germs.',
      'No protege. Muestra si el cuerpo tuvo contacto con la tuberculosis.',
    ],
    after: ['The spot may itch or swell for a few days.', 'El lugar puede picar o hincharse unos días.'],
    next: [
      'It must be looked at after two or three days. Go back for that.',
      'Hay que revisarla a los dos o tres días. Regrese para eso.',
    ],
  }),
  vaccine('24', {
    name: ['Anthrax', 'Ántrax (carbunco)'],
    short: ['For soldiers and some lab workers', 'Para militares y algunos laboratorios'],
    protects: [
      'Anthrax is a germ that can be used as a weapon. It can harm skin and lungs.',
      'El ántrax es un germen que puede usarse como arma. Puede dañar la piel y los pulmones.',
    ],
    after: after.sore,
    next: next.series,
  }),
]);
