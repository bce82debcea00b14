import { lab, type PlainLab } from '../plain-lab.ts';
import { reviewed } from '../words.ts';
import { next } from './next.ts';

/** Blood counts. */
export const bloodCountLabs: readonly PlainLab[] = reviewed('2026-11-22', [
  lab('6690-2 26464-8 804-5', {
    name: ['White blood cells', 'Glóbulos blancos'],
    short: ['Cells that fight infection', 'Células que combaten infecciones'],
    measures: [
      'White blood cells help your body fight germs.',
      'Los glóbulos blancos ayudan a su cuerpo a combatir los gérmenes.',
    ],
    high: [
      'Often the body is fighting an infection. Stress and some medicines can also raise it.',
      'Muchas veces el cuerpo combate una infección. El estrés y algunas medicinas también pueden subirlo.',
    ],
    low: [
      'Some infections and medicines lower it. A very low count makes it easier to catch infections.',
      'Algunas infecciones y medicinas lo bajan. Si está muy bajo, es más fácil tener infecciones.',
    ],
    next: next.repeat,
  }),
  lab('789-8 26453-1', {
    name: ['Red blood cells', 'Glóbulos rojos'],
    short: ['Cells that carry oxygen', 'Células que llevan oxígeno'],
    measures: [
      'Red blood cells carry oxygen from your lungs to your body.',
      'Los glóbulos rojos llevan oxígeno de los pulmones al cuerpo.',
    ],
    high: [
      'Not drinking enough water, smoking or living high up can raise it.',
      'Tomar poca agua, fumar o vivir a gran altura puede subirlo.',
    ],
    low: [
      'A low count is one sign of anemia, which can make you tired.',
      'Un número bajo es una señal de anemia, que puede causar cansancio.',
    ],
    next: next.withOthers,
  }),
  lab('718-7 20509-6 30313-1 30350-3', {
    name: ['Hemoglobin', 'Hemoglobina'],
    short: ['Carries oxygen in your blood', 'Lleva el oxígeno en la sangre'],
    measures: [
      'Hemoglobin is the part of red blood cells that carries oxygen.',
      'La hemoglobina es la parte de los glóbulos rojos que lleva el oxígeno.',
    ],
    high: [
      'Not drinking enough water, smoking or living high up can raise it.',
      'Tomar poca agua, fumar o vivir a gran altura puede subirla.',
    ],
    low: [
      'A low value is called anemia. In pregnancy it often falls a little. Too little iron and losing blood are other common causes. You may feel tired or short of breath.',
      'Un valor bajo se llama anemia. En el embarazo suele bajar un poco. La falta de hierro y perder sangre son otras causas comunes. Puede sentir cansancio o falta de aire.',
    ],
    next: [
      'If your care team already explained this value or prescribed iron, follow their plan. Tell them about bleeding, heavy periods or dark stools.',
      'Si su equipo médico ya le explicó este valor o le recetó hierro, siga ese plan. Dígale si tiene sangrado, reglas abundantes o heces oscuras.',
    ],
  }),
  lab('4544-3 20570-8 71833-8', {
    name: ['Hematocrit', 'Hematocrito'],
    short: ['Share of your blood that is red cells', 'Parte de la sangre que son glóbulos rojos'],
    measures: [
      'It tells how much of your blood is made of red blood cells.',
      'Indica cuánto de su sangre son glóbulos rojos.',
    ],
    high: ['Not drinking enough water is a common reason.', 'Tomar poca agua es una razón común.'],
    low: ['A low value is one sign of anemia.', 'Un valor bajo es una señal de anemia.'],
    next: next.withOthers,
  }),
  lab('787-2 30428-7', {
    name: ['Red cell size (MCV)', 'Tamaño de los glóbulos rojos (VCM)'],
    short: ['How large your red cells are', 'Qué tan grandes son los glóbulos rojos'],
    measures: [
      'It is the average size of your red blood cells. It helps find the cause of anemia.',
      'Es el tamaño promedio de sus glóbulos rojos. Ayuda a encontrar la causa de una anemia.',
    ],
    high: [
      'Too little vitamin B12 or folate, alcohol and some medicines can make cells larger.',
      'La falta de vitamina B12 o folato, el alcohol y algunas medicinas pueden agrandar las células.',
    ],
    low: ['Too little iron often makes cells smaller.', 'La falta de hierro muchas veces achica las células.'],
    next: next.withOthers,
  }),
  lab('785-6 28539-5', {
    name: ['Hemoglobin per red cell (MCH)', 'Hemoglobina por glóbulo rojo (HCM)'],
    short: ['How much hemoglobin each red cell holds', 'Cuánta hemoglobina tiene cada glóbulo rojo'],
    measures: [
      'It is the average amount of hemoglobin in one red blood cell.',
      'Es la cantidad promedio de hemoglobina en un glóbulo rojo.',
    ],
    high: [
      'It usually rises when red cells are larger than usual.',
      'Suele subir cuando los glóbulos rojos son más grandes.',
    ],
    low: ['Too little iron is a common reason.', 'La falta de hierro es una razón común.'],
    next: next.withOthers,
  }),
  lab('786-4 28540-3', {
    name: ['Hemoglobin strength (MCHC)', 'Concentración de hemoglobina (CHCM)'],
    short: ['How packed red cells are with hemoglobin', 'Qué tan llenos de hemoglobina están los glóbulos rojos'],
    measures: [
      'It tells how closely hemoglobin is packed in your red blood cells.',
      'Indica qué tan concentrada está la hemoglobina en los glóbulos rojos.',
    ],
    high: ['A high value is rare and is often checked again.', 'Un valor alto es raro y suele repetirse.'],
    low: ['Too little iron is a common reason.', 'La falta de hierro es una razón común.'],
    next: next.withOthers,
  }),
  lab('21000-5 788-0', {
    name: ['Red cell size spread (RDW)', 'Variación del tamaño de los glóbulos rojos (ADE)'],
    short: ['How much red cells differ in size', 'Cuánto varía el tamaño de los glóbulos rojos'],
    measures: [
      'It tells whether your red blood cells are about the same size or very different.',
      'Indica si sus glóbulos rojos son de tamaño parecido o muy distinto.',
    ],
    high: [
      'Cells of many sizes can be an early sign of too little iron or vitamins.',
      'Células de muchos tamaños pueden ser una señal temprana de falta de hierro o vitaminas.',
    ],
    low: null,
    next: next.withOthers,
  }),
  lab('777-3 26515-7 778-1', {
    name: ['Platelets', 'Plaquetas'],
    short: ['Help your blood clot', 'Ayudan a que la sangre coagule'],
    measures: [
      'Platelets are tiny cells that help stop bleeding.',
      'Las plaquetas son células muy pequeñas que ayudan a detener el sangrado.',
    ],
    high: [
      'Infection, swelling in the body or too little iron can raise it.',
      'Una infección, una inflamación o la falta de hierro pueden subirlas.',
    ],
    low: [
      'Infections and some medicines lower it. You may bruise or bleed more easily.',
      'Las infecciones y algunas medicinas las bajan. Puede tener moretones o sangrar con más facilidad.',
    ],
    next: [
      'Call your care team if you bruise easily or bleeding does not stop.',
      'Llame a su equipo médico si le salen moretones con facilidad o un sangrado no para.',
    ],
  }),
  lab('32207-3', {
    name: ['Platelet size spread (PDW)', 'Variación del tamaño de las plaquetas (PDW)'],
    short: ['How much platelets differ in size', 'Cuánto varía el tamaño de las plaquetas'],
    measures: ['It tells how much your platelets differ in size.', 'Indica cuánto varía el tamaño de sus plaquetas.'],
    high: null,
    low: null,
    next: next.withOthers,
  }),
  lab('32623-1 28542-9', {
    name: ['Platelet size (MPV)', 'Tamaño de las plaquetas (VPM)'],
    short: ['How large your platelets are', 'Qué tan grandes son las plaquetas'],
    measures: [
      'It is the average size of your platelets. Young platelets are larger.',
      'Es el tamaño promedio de sus plaquetas. Las plaquetas jóvenes son más grandes.',
    ],
    high: null,
    low: null,
    next: next.withOthers,
  }),
  lab('770-8 751-8 23761-0 26499-4 753-4', {
    name: ['Neutrophils', 'Neutrófilos'],
    short: ['White cells that fight bacteria', 'Glóbulos blancos contra bacterias'],
    measures: [
      'Neutrophils are white blood cells that fight bacteria.',
      'Los neutrófilos son glóbulos blancos que combaten bacterias.',
    ],
    high: [
      'Often an infection by bacteria, stress or a medicine such as a steroid.',
      'A menudo una infección por bacterias, estrés o una medicina como un esteroide.',
    ],
    low: [
      'Some viruses and medicines lower them. Call your care team if you have a fever.',
      'Algunos virus y medicinas los bajan. Llame a su equipo médico si tiene fiebre.',
    ],
    next: next.repeat,
  }),
  lab('736-9 731-0 26478-8 26474-7', {
    name: ['Lymphocytes', 'Linfocitos'],
    short: ['White cells that fight viruses', 'Glóbulos blancos contra virus'],
    measures: [
      'Lymphocytes are white blood cells that fight viruses and remember germs.',
      'Los linfocitos son glóbulos blancos que combaten virus y recuerdan los gérmenes.',
    ],
    high: ['Often a virus.', 'A menudo un virus.'],
    low: ['Some infections and medicines lower them.', 'Algunas infecciones y medicinas los bajan.'],
    next: next.repeat,
  }),
  lab('713-8 711-2 26450-7 26449-9', {
    name: ['Eosinophils', 'Eosinófilos'],
    short: ['White cells of allergies', 'Glóbulos blancos de las alergias'],
    measures: [
      'These white blood cells react to allergies and parasites (small worms).',
      'Son glóbulos blancos que reaccionan a las alergias y los parásitos (gusanos pequeños).',
    ],
    high: ['Allergies and asthma are common reasons.', 'Las alergias y el asma son razones comunes.'],
    low: null,
    next: next.withOthers,
  }),
]);
