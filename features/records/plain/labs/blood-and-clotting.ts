import { lab, type PlainLab } from '../plain-lab.ts';
import { reviewed } from '../words.ts';
import { next } from './next.ts';

/** More of the blood count, blood type, clotting. */
export const bloodAndClottingLabs: readonly PlainLab[] = reviewed('2026-11-26', [
  lab('742-7 5905-5 26484-6 26485-3', {
    name: ['Monocytes', 'Monocitos'],
    short: ['White cells that clean up', 'Glóbulos blancos que limpian'],
    measures: [
      'Monocytes are white blood cells that clear away germs and old cells.',
      'Los monocitos son glóbulos blancos que retiran gérmenes y células viejas.',
    ],
    high: [
      'It can rise while the body gets over an infection.',
      'Puede subir mientras el cuerpo se recupera de una infección.',
    ],
    low: ['A low value is seldom a problem.', 'Un valor bajo rara vez es un problema.'],
    next: next.withOthers,
  }),
  lab('704-7 706-2 26444-0 30180-4', {
    name: ['Basophils', 'Basófilos'],
    short: ['A rare kind of white cell', 'Un tipo raro de glóbulo blanco'],
    measures: [
      'Basophils are white blood cells that take part in allergies.',
      'Los basófilos son glóbulos blancos que participan en las alergias.',
    ],
    high: ['Allergies can raise them a little.', 'Las alergias pueden subirlos un poco.'],
    low: ['A low value is usual.', 'Un valor bajo es normal.'],
    next: next.withOthers,
  }),
  lab('71695-1 53115-2', {
    name: ['Young white cells (immature granulocytes)', 'Glóbulos blancos jóvenes (granulocitos inmaduros)'],
    short: ['White cells that left the bone early', 'Glóbulos blancos que salieron antes del hueso'],
    measures: [
      'Bones make white blood cells. This counts the young ones that are already in the blood.',
      'Los huesos producen glóbulos blancos. Esto cuenta los jóvenes que ya están en la sangre.',
    ],
    high: [
      'The body may be working hard against an infection. Pregnancy and steroids raise it too.',
      'El cuerpo puede estar luchando contra una infección. El embarazo y los esteroides también lo suben.',
    ],
    low: null,
    next: next.withOthers,
  }),
  lab('17849-1 60474-4 4679-7', {
    name: ['Young red cells (reticulocytes)', 'Glóbulos rojos jóvenes (reticulocitos)'],
    short: ['How fast new red cells are made', 'Qué tan rápido se forman glóbulos rojos'],
    measures: [
      'It counts red blood cells that were just made. It helps find the cause of anemia.',
      'Cuenta los glóbulos rojos recién formados. Ayuda a encontrar la causa de una anemia.',
    ],
    high: [
      'The body is making many new cells, for example after bleeding or when iron pills work.',
      'El cuerpo forma muchas células nuevas, por ejemplo tras un sangrado o cuando las pastillas de hierro funcionan.',
    ],
    low: [
      'The body makes few new cells. Too little iron or vitamin B12 are common reasons.',
      'El cuerpo forma pocas células nuevas. La falta de hierro o de vitamina B12 son razones comunes.',
    ],
    next: next.withOthers,
  }),
  lab('58413-6 771-6', {
    name: ['Red cells with a core (NRBC)', 'Glóbulos rojos con núcleo (NRBC)'],
    short: ['Very young red cells', 'Glóbulos rojos muy jóvenes'],
    measures: [
      'These are red blood cells that are not ripe yet. Newborns have some. Adults usually have none.',
      'Son glóbulos rojos que aún no maduran. Los recién nacidos tienen algunos. Los adultos no suelen tener.',
    ],
    high: [
      'The body may be short of oxygen or making blood in a hurry.',
      'Al cuerpo puede faltarle oxígeno o puede estar formando sangre con prisa.',
    ],
    low: ['None is the usual result.', 'Lo usual es no tener ninguno.'],
    next: next.askTeam,
  }),
  lab('882-1 883-9 10331-7', {
    name: ['Blood type', 'Tipo de sangre'],
    short: ['A, B, AB or O, and Rh', 'A, B, AB u O, y Rh'],
    measures: [
      'It tells which blood can be given safely. In pregnancy, the Rh part matters for the baby.',
      'Indica qué sangre se puede recibir sin riesgo. En el embarazo, la parte Rh importa para el bebé.',
    ],
    high: null,
    low: null,
    next: [
      'No type is better than another. In pregnancy, ask your care team what Rh negative means.',
      'Ningún tipo es mejor que otro. En el embarazo, pregunte a su equipo médico qué significa Rh negativo.',
    ],
  }),
  lab('890-4', {
    name: ['Blood antibody screen', 'Búsqueda de anticuerpos en la sangre'],
    short: ['Looks for antibodies before blood is given', 'Busca anticuerpos antes de una transfusión'],
    measures: [
      'It looks for antibodies against the blood of other people. It is done in pregnancy and before blood is given.',
      'Busca anticuerpos contra la sangre de otras personas. Se hace en el embarazo y antes de dar sangre.',
    ],
    high: [
      'If antibodies are found, special blood is chosen. In pregnancy the baby is watched more closely.',
      'Si hay anticuerpos, se elige una sangre especial. En el embarazo se vigila más al bebé.',
    ],
    low: null,
    next: next.askTeam,
  }),
  lab('2532-0 14804-9', {
    name: ['LDH', 'LDH'],
    short: ['A sign of cells that broke down', 'Una señal de células que se dañaron'],
    measures: [
      'LDH is inside most cells. It leaks out when cells are hurt.',
      'La LDH está dentro de casi todas las células. Sale cuando las células se dañan.',
    ],
    high: [
      'Hard exercise, infections, or blood and liver problems can raise it. A shaken blood sample can too.',
      'El ejercicio fuerte, las infecciones o los problemas de la sangre y el hígado pueden subirla. Una muestra agitada también.',
    ],
    low: ['A low value is seldom a problem.', 'Un valor bajo rara vez es un problema.'],
    next: next.withOthers,
  }),
  lab('4542-7', {
    name: ['Haptoglobin', 'Haptoglobina'],
    short: ['Shows whether red cells break early', 'Muestra si los glóbulos rojos se rompen antes'],
    measures: [
      'It picks up what is left of broken red blood cells.',
      'Recoge lo que queda de los glóbulos rojos rotos.',
    ],
    high: ['Infections and other illness can raise it.', 'Las infecciones y otras enfermedades pueden subirla.'],
    low: [
      'Red blood cells may be breaking too early. Liver problems can lower it too.',
      'Los glóbulos rojos pueden estar rompiéndose antes de tiempo. Los problemas del hígado también pueden bajarla.',
    ],
    next: next.withOthers,
  }),
  lab('3034-6', {
    name: ['Transferrin', 'Transferrina'],
    short: ['Carries iron in your blood', 'Lleva el hierro en la sangre'],
    measures: [
      'It is the protein that carries iron in your blood.',
      'Es la proteína que lleva el hierro en la sangre.',
    ],
    high: ['It often rises when iron is low.', 'Suele subir cuando falta hierro.'],
    low: [
      'Long illness, liver problems or eating too little can lower it.',
      'Una enfermedad larga, los problemas del hígado o comer muy poco pueden bajarla.',
    ],
    next: next.withOthers,
  }),
  lab('5902-2', {
    name: ['Clotting time (PT)', 'Tiempo de coagulación (TP)'],
    short: ['Seconds until your blood clots', 'Segundos hasta que la sangre coagula'],
    measures: [
      'It tells how many seconds blood takes to clot. The INR is worked out from it.',
      'Indica cuántos segundos tarda la sangre en coagular. El INR se calcula con este valor.',
    ],
    high: [
      'Warfarin, liver problems or too little vitamin K make blood clot more slowly.',
      'La warfarina, los problemas del hígado o la falta de vitamina K hacen que la sangre coagule más despacio.',
    ],
    low: ['A low value is seldom a problem.', 'Un valor bajo rara vez es un problema.'],
    next: [
      'Call your care team if bleeding does not stop or you have many new bruises.',
      'Llame a su equipo médico si un sangrado no para o si le salen muchos moretones.',
    ],
  }),
  lab('14979-9 3173-2', {
    name: ['Clotting time (PTT)', 'Tiempo de coagulación (TTP)'],
    short: ['Another way to time a clot', 'Otra forma de medir la coagulación'],
    measures: [
      'It tells how long blood takes to clot by another path than the PT. It guides the blood thinner heparin.',
      'Indica cuánto tarda la sangre en coagular por otra vía que el TP. Guía la dosis de heparina.',
    ],
    high: [
      'Heparin, liver problems or some bleeding disorders make it longer.',
      'La heparina, los problemas del hígado o algunos trastornos de sangrado lo alargan.',
    ],
    low: null,
    next: [
      'Call your care team if bleeding does not stop or you have many new bruises.',
      'Llame a su equipo médico si un sangrado no para o si le salen muchos moretones.',
    ],
  }),
  lab('3255-7', {
    name: ['Fibrinogen', 'Fibrinógeno'],
    short: ['A protein that makes clots', 'Una proteína que forma coágulos'],
    measures: [
      'It is the protein that forms the net of a blood clot.',
      'Es la proteína que forma la red de un coágulo.',
    ],
    high: ['Infection, swelling and pregnancy raise it.', 'Las infecciones, la inflamación y el embarazo lo suben.'],
    low: [
      'Liver problems or heavy bleeding can lower it.',
      'Los problemas del hígado o un sangrado fuerte pueden bajarlo.',
    ],
    next: next.withOthers,
  }),
  lab('48065-7 48066-5', {
    name: ['D-dimer', 'Dímero D'],
    short: ['Helps to rule out a blood clot', 'Ayuda a descartar un coágulo'],
    measures: [
      'It is left over when a blood clot breaks up. A low value makes a clot unlikely.',
      'Queda cuando un coágulo se deshace. Un valor bajo hace poco probable un coágulo.',
    ],
    high: [
      'A clot is possible. Age, pregnancy, surgery and infection raise it too.',
      'Es posible un coágulo. La edad, el embarazo, una cirugía y las infecciones también lo suben.',
    ],
    low: ['A clot is unlikely.', 'Un coágulo es poco probable.'],
    next: [
      'A scan may come next. Call 911 for chest pain or trouble breathing. Call today if one leg is swollen and sore.',
      'Puede seguir un estudio de imagen. Llame al 911 si hay dolor de pecho o falta de aire. Llame hoy si una pierna está hinchada y duele.',
    ],
  }),
]);
