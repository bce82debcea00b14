import { vaccine, type PlainVaccine } from '../plain-vaccine.ts';
import { reviewed } from '../words.ts';
import { after, next } from './endings.ts';

/** Vaccines that most people get as babies and children. */
export const childhoodVaccines: readonly PlainVaccine[] = reviewed('2026-11-26', [
  vaccine('03', {
    name: ['Measles, mumps, rubella (MMR)', 'Sarampión, paperas y rubéola (MMR)'],
    short: ['Three diseases in one shot', 'Tres enfermedades en una vacuna'],
    protects: [
      'Measles spreads very easily and can hurt the lungs and brain. Mumps can hurt hearing. Rubella can harm an unborn baby.',
      'El sarampión se contagia muy fácil y puede dañar los pulmones y el cerebro. Las paperas pueden dañar el oído. La rubéola puede dañar a un bebé antes de nacer.',
    ],
    after: after.live,
    next: next.live,
  }),
  vaccine('94', {
    name: ['Measles, mumps, rubella, chickenpox (MMRV)', 'Sarampión, paperas, rubéola y varicela (MMRV)'],
    short: ['Four diseases in one shot', 'Cuatro enfermedades en una vacuna'],
    protects: [
      'It is the MMR and the chickenpox vaccine in one shot. It means one poke less.',
      'Es la vacuna MMR y la de varicela en una sola. Así hay un pinchazo menos.',
    ],
    after: after.live,
    next: next.live,
  }),
  vaccine('21', {
    name: ['Chickenpox (varicella)', 'Varicela'],
    short: ['Protects from chickenpox', 'Protege de la varicela'],
    protects: [
      'Chickenpox is an itchy rash that spreads easily. It can hurt the skin, lungs and brain.',
      'La varicela es un sarpullido que pica y se contagia fácil. Puede dañar la piel, los pulmones y el cerebro.',
    ],
    after: after.live,
    next: next.live,
  }),
  vaccine('20 106 107', {
    name: ['Diphtheria, tetanus, whooping cough (DTaP)', 'Difteria, tétanos y tos ferina (DTaP)'],
    short: ['Three diseases, for young children', 'Tres enfermedades, para niños pequeños'],
    protects: [
      'Whooping cough can stop a baby’s breath. Tetanus locks the muscles. Diphtheria can close the throat.',
      'La tos ferina puede cortarle la respiración a un bebé. El tétanos pone rígidos los músculos. La difteria puede cerrar la garganta.',
    ],
    after: after.baby,
    next: next.series,
  }),
  vaccine('28', {
    name: ['Diphtheria and tetanus (DT, child)', 'Difteria y tétanos (DT, niños)'],
    short: ['Two diseases, for young children', 'Dos enfermedades, para niños pequeños'],
    protects: [
      'It protects from diphtheria and tetanus. It is for children who cannot have the whooping cough part.',
      'Protege de la difteria y el tétanos. Es para niños que no pueden recibir la parte de tos ferina.',
    ],
    after: after.baby,
    next: next.series,
  }),
  vaccine('01', {
    name: ['Diphtheria, tetanus, whooping cough (DTP)', 'Difteria, tétanos y tos ferina (DTP)'],
    short: ['An older kind of DTaP', 'Un tipo antiguo de DTaP'],
    protects: [
      'It protects from diphtheria, tetanus and whooping cough. DTaP took its place.',
      'Protege de la difteria, el tétanos y la tos ferina. La DTaP la reemplazó.',
    ],
    after: after.baby,
    next: next.old,
  }),
  vaccine('130', {
    name: ['DTaP and polio', 'DTaP y polio'],
    short: ['Four diseases in one shot', 'Cuatro enfermedades en una vacuna'],
    protects: [
      'It protects from diphtheria, tetanus, whooping cough and polio. Most children get it before school.',
      'Protege de la difteria, el tétanos, la tos ferina y la polio. Casi todos los niños la reciben antes de la escuela.',
    ],
    after: after.sore,
    next: next.ask,
  }),
  vaccine('110', {
    name: ['DTaP, hepatitis B and polio', 'DTaP, hepatitis B y polio'],
    short: ['Five diseases in one shot', 'Cinco enfermedades en una vacuna'],
    protects: [
      'It protects from diphtheria, tetanus, whooping cough, polio and hepatitis B. It means fewer pokes for a baby.',
      'Protege de la difteria, el tétanos, la tos ferina, la polio y la hepatitis B. Así el bebé recibe menos pinchazos.',
    ],
    after: after.baby,
    next: next.series,
  }),
  vaccine('120', {
    name: ['DTaP, Hib and polio', 'DTaP, Hib y polio'],
    short: ['Five diseases in one shot', 'Cinco enfermedades en una vacuna'],
    protects: [
      'It protects from diphtheria, tetanus, whooping cough, polio and Hib. It means fewer pokes for a baby.',
      'Protege de la difteria, el tétanos, la tos ferina, la polio y el Hib. Así el bebé recibe menos pinchazos.',
    ],
    after: after.baby,
    next: next.series,
  }),
  vaccine('146', {
    name: ['DTaP, polio, Hib and hepatitis B', 'DTaP, polio, Hib y hepatitis B'],
    short: ['Six diseases in one shot', 'Seis enfermedades en una vacuna'],
    protects: [
      'It protects from six diseases of young children. It means fewer pokes for a baby.',
      'Protege de seis enfermedades de los niños pequeños. Así el bebé recibe menos pinchazos.',
    ],
    after: after.baby,
    next: next.series,
  }),
  vaccine('10 89', {
    name: ['Polio', 'Polio'],
    short: ['Protects from polio', 'Protege de la polio'],
    protects: [
      'Polio is a virus that can make legs, arms or breathing stop working for good.',
      'La polio es un virus que puede paralizar para siempre las piernas, los brazos o la respiración.',
    ],
    after: after.sore,
    next: next.series,
  }),
  vaccine('02', {
    name: ['Polio drops', 'Polio en gotas'],
    short: ['Polio vaccine by mouth', 'Vacuna de polio por la boca'],
    protects: [
      'Polio is a virus that can make legs or arms stop working. In the United States the shot took the place of the drops.',
      'La polio es un virus que puede paralizar piernas o brazos. En Estados Unidos la inyección reemplazó a las gotas.',
    ],
    after: after.mouth,
    next: next.old,
  }),
  vaccine('17 46 47 48 49', {
    name: ['Hib', 'Hib'],
    short: ['Protects the brain and throat of babies', 'Protege el cerebro y la garganta de bebés'],
    protects: [
      'Hib is a germ that can infect the brain, blood, throat and lungs of small children.',
      'El Hib es un germen que puede infectar el cerebro, la sangre, la garganta y los pulmones de niños pequeños.',
    ],
    after: after.baby,
    next: next.series,
  }),
  vaccine('08 42 43 44 45 189 220', {
    name: ['Hepatitis B', 'Hepatitis B'],
    short: ['Protects the liver', 'Protege el hígado'],
    protects: [
      'Hepatitis B is a virus that can harm the liver for life. It passes through blood, sex and birth.',
      'La hepatitis B es un virus que puede dañar el hígado de por vida. Se pasa por la sangre, el sexo y el parto.',
    ],
    after: after.sore,
    next: next.series,
  }),
  vaccine('52 83 84 85', {
    name: ['Hepatitis A', 'Hepatitis A'],
    short: ['Protects the liver', 'Protege el hígado'],
    protects: [
      'Hepatitis A is a virus in food, water and on hands. It can make the liver sick for weeks.',
      'La hepatitis A es un virus que está en la comida, el agua y las manos. Puede enfermar el hígado por semanas.',
    ],
    after: after.sore,
    next: next.series,
  }),
  vaccine('104', {
    name: ['Hepatitis A and B', 'Hepatitis A y B'],
    short: ['Two liver viruses in one shot', 'Dos virus del hígado en una vacuna'],
    protects: [
      'It protects the liver from the hepatitis A and hepatitis B viruses.',
      'Protege el hígado de los virus de hepatitis A y hepatitis B.',
    ],
    after: after.sore,
    next: next.series,
  }),
  vaccine('116 119 122', {
    name: ['Rotavirus', 'Rotavirus'],
    short: ['Drops against bad diarrhea in babies', 'Gotas contra la diarrea fuerte en bebés'],
    protects: [
      'Rotavirus causes bad diarrhea and vomiting. Babies can dry out fast.',
      'El rotavirus causa diarrea fuerte y vómitos. Los bebés pueden deshidratarse rápido.',
    ],
    after: [
      'Some babies fuss or have loose stools. Call right away for strong crying with pulled-up legs, or blood in the stool.',
      'Algunos bebés están inquietos o tienen heces sueltas. Llame enseguida si llora fuerte encogiendo las piernas o hay sangre en las heces.',
    ],
    next: next.series,
  }),
  vaccine('100 133 152 215 216 327', {
    name: ['Pneumococcal conjugate (PCV)', 'Neumococo conjugada (PCV)'],
    short: ['Protects lungs, blood and brain', 'Protege pulmones, sangre y cerebro'],
    protects: [
      'This germ can cause pneumonia, ear infections, and infections of the blood and brain. Babies and older people are most at risk.',
      'Este germen puede causar neumonía, infecciones de oído, de la sangre y del cerebro. Los bebés y los mayores corren más riesgo.',
    ],
    after: after.sore,
    next: next.ask,
  }),
  vaccine('32 108 114 136 147 203', {
    name: ['Meningitis A, C, W, Y', 'Meningitis A, C, W, Y'],
    short: ['Protects the brain and blood', 'Protege el cerebro y la sangre'],
    protects: [
      'These germs can infect the lining of the brain and the blood within hours. Teens and students in dorms are at risk.',
      'Estos gérmenes pueden infectar las capas del cerebro y la sangre en horas. Los adolescentes y estudiantes en residencias corren riesgo.',
    ],
    after: after.sore,
    next: next.ask,
  }),
  vaccine('162 163 164', {
    name: ['Meningitis B', 'Meningitis B'],
    short: ['Protects the brain and blood', 'Protege el cerebro y la sangre'],
    protects: [
      'Type B germs can infect the lining of the brain and the blood within hours.',
      'Los gérmenes del tipo B pueden infectar las capas del cerebro y la sangre en horas.',
    ],
    after: after.strong,
    next: next.series,
  }),
  vaccine('316', {
    name: ['Meningitis A, B, C, W, Y', 'Meningitis A, B, C, W, Y'],
    short: ['Five germ types in one shot', 'Cinco tipos de germen en una vacuna'],
    protects: [
      'These germs can infect the lining of the brain and the blood within hours.',
      'Estos gérmenes pueden infectar las capas del cerebro y la sangre en horas.',
    ],
    after: after.strong,
    next: next.series,
  }),
  vaccine('62 118 137 165', {
    name: ['HPV', 'VPH'],
    short: ['Protects from six kinds of cancer', 'Protege de seis tipos de cáncer'],
    protects: [
      'HPV is a very common virus. Some types cause cancer of the cervix, throat, anus and more. It works best before any contact.',
      'El VPH es un virus muy común. Algunos tipos causan cáncer de cuello uterino, garganta, ano y otros. Funciona mejor antes de cualquier contacto.',
    ],
    after: [
      'A sore arm is common. Some people feel faint, so sit for 15 minutes. Call 911 for a swollen face or trouble breathing.',
      'Es común el dolor en el brazo. Algunas personas se marean, por eso siéntese 15 minutos. Llame al 911 si se hincha la cara o cuesta respirar.',
    ],
    next: next.series,
  }),
]);
