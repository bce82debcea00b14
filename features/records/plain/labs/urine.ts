import { lab, type PlainLab } from '../plain-lab.ts';
import { reviewed } from '../words.ts';
import { next } from './next.ts';

/** Urine: what a strip and a microscope show. */
export const urineLabs: readonly PlainLab[] = reviewed('2026-11-26', [
  lab('5778-6', {
    name: ['Urine color', 'Color de la orina'],
    short: ['What color your urine is', 'De qué color es la orina'],
    measures: [
      'Urine is pale to dark yellow. It gets darker when you drink little.',
      'La orina va de amarillo claro a oscuro. Se oscurece cuando toma poca agua.',
    ],
    high: null,
    low: null,
    next: [
      'Beets and some pills change the color. Call your care team about red, brown or cola-like urine.',
      'El betabel (remolacha) y algunas pastillas cambian el color. Llame a su equipo médico si la orina es roja, café o como refresco de cola.',
    ],
  }),
  lab('5767-9 32167-9', {
    name: ['Urine clearness', 'Claridad de la orina'],
    short: ['Clear or cloudy', 'Clara o turbia'],
    measures: ['It tells whether urine is clear or cloudy.', 'Indica si la orina es clara o turbia.'],
    high: null,
    low: null,
    next: [
      'Cloudy urine is often harmless. With burning or fever it can mean an infection.',
      'La orina turbia muchas veces no es nada. Con ardor o fiebre puede significar una infección.',
    ],
  }),
  lab('5811-5 2965-2 53326-5', {
    name: ['Urine strength (specific gravity)', 'Concentración de la orina (densidad)'],
    short: ['How much water is in your urine', 'Cuánta agua hay en la orina'],
    measures: [
      'It tells how much waste is in your urine beside water.',
      'Indica cuántos desechos hay en la orina junto al agua.',
    ],
    high: ['Drinking little is the most common reason.', 'Tomar poca agua es la razón más común.'],
    low: ['Drinking a lot or water pills can lower it.', 'Tomar mucha agua o pastillas para orinar puede bajarla.'],
    next: next.withOthers,
  }),
  lab('5803-2 2756-5', {
    name: ['Urine acid (pH)', 'Acidez de la orina (pH)'],
    short: ['How acid your urine is', 'Qué tan ácida es la orina'],
    measures: [
      'It tells how acid urine is. Food and some pills change it.',
      'Indica qué tan ácida es la orina. La comida y algunas pastillas la cambian.',
    ],
    high: [
      'Much fruit, little meat, vomiting or an infection can raise it.',
      'Mucha fruta, poca carne, los vómitos o una infección pueden subirlo.',
    ],
    low: ['Much meat or diarrhea can lower it.', 'Mucha carne o la diarrea pueden bajarlo.'],
    next: next.withOthers,
  }),
  lab('5804-0 20454-5 2888-6', {
    name: ['Protein in urine', 'Proteína en la orina'],
    short: ['A kidney check', 'Una revisión de los riñones'],
    measures: [
      'Healthy kidneys keep protein in the blood. This test looks for it in urine.',
      'Los riñones sanos mantienen la proteína en la sangre. Esta prueba la busca en la orina.',
    ],
    high: [
      'Fever, hard exercise or an infection can raise it for a day. Diabetes and high blood pressure can raise it for good.',
      'La fiebre, el ejercicio fuerte o una infección pueden subirla por un día. La diabetes y la presión alta pueden subirla por más tiempo.',
    ],
    low: ['None is the usual result.', 'Lo usual es que no haya.'],
    next: [
      'It is often checked again. In pregnancy, call today if you also have a bad headache, blurred sight or belly pain.',
      'Muchas veces se repite. En el embarazo, llame hoy si también hay dolor de cabeza fuerte, vista borrosa o dolor de barriga.',
    ],
  }),
  lab('2890-2', {
    name: ['Urine protein to creatinine', 'Proteína y creatinina en la orina'],
    short: ['How much protein the kidneys leak', 'Cuánta proteína dejan pasar los riñones'],
    measures: [
      'It compares protein with creatinine in one urine sample. So it does not matter how much you drank.',
      'Compara la proteína con la creatinina en una muestra. Así no importa cuánta agua tomó.',
    ],
    high: [
      'The kidneys may leak protein. Diabetes, high blood pressure and pregnancy problems can be reasons.',
      'Los riñones pueden dejar pasar proteína. La diabetes, la presión alta y problemas del embarazo pueden ser razones.',
    ],
    low: ['A low value is good.', 'Un valor bajo es bueno.'],
    next: next.repeat,
  }),
  lab('5792-7 25428-4', {
    name: ['Sugar in urine', 'Azúcar en la orina'],
    short: ['Looks for sugar in urine', 'Busca azúcar en la orina'],
    measures: [
      'Sugar gets into urine when there is much of it in the blood.',
      'El azúcar pasa a la orina cuando hay mucha en la sangre.',
    ],
    high: [
      'High blood sugar can be the reason. Some diabetes pills do this on purpose.',
      'El azúcar alta en la sangre puede ser la razón. Algunas pastillas para la diabetes lo hacen a propósito.',
    ],
    low: ['None is the usual result.', 'Lo usual es que no haya.'],
    next: next.strip,
  }),
  lab('5797-6 2514-8 33903-6', {
    name: ['Ketones in urine', 'Cetonas en la orina'],
    short: ['Shows whether the body burns fat', 'Muestra si el cuerpo quema grasa'],
    measures: [
      'The body makes ketones when it burns fat in place of sugar.',
      'El cuerpo produce cetonas cuando quema grasa en lugar de azúcar.',
    ],
    high: [
      'Not eating, vomiting or a low-carb diet can raise them. With diabetes they can mean too little insulin.',
      'No comer, vomitar o una dieta baja en carbohidratos pueden subirlas. Con diabetes pueden significar falta de insulina.',
    ],
    low: ['None is the usual result.', 'Lo usual es que no haya.'],
    next: [
      'With diabetes, call today. Call 911 for fast breathing, vomiting that does not stop or great sleepiness.',
      'Si tiene diabetes, llame hoy. Llame al 911 si respira rápido, vomita sin parar o tiene mucho sueño.',
    ],
  }),
  lab('5794-3', {
    name: ['Blood in urine (strip)', 'Sangre en la orina (tira)'],
    short: ['Looks for traces of blood', 'Busca rastros de sangre'],
    measures: [
      'The strip looks for blood that may be too little to see.',
      'La tira busca sangre, aunque sea tan poca que no se vea.',
    ],
    high: [
      'A period, an infection, kidney stones or hard exercise can be reasons.',
      'La regla, una infección, piedras en el riñón o el ejercicio fuerte pueden ser razones.',
    ],
    low: ['None is the usual result.', 'Lo usual es que no haya.'],
    next: [
      'It is often checked again. Call your care team today if you can see blood in your urine.',
      'Muchas veces se repite. Llame hoy a su equipo médico si ve sangre en la orina.',
    ],
  }),
  lab('5802-4', {
    name: ['Nitrite in urine', 'Nitritos en la orina'],
    short: ['A sign of bacteria', 'Una señal de bacterias'],
    measures: [
      'Many bacteria make nitrite. So it can be a sign of a urine infection.',
      'Muchas bacterias producen nitritos. Por eso pueden ser señal de una infección.',
    ],
    high: null,
    low: null,
    next: [
      'Call your care team if it burns when passing urine, or for fever or pain in the side.',
      'Llame a su equipo médico si arde al orinar, o si hay fiebre o dolor en el costado.',
    ],
  }),
  lab('5799-2', {
    name: ['White cell sign in urine (strip)', 'Señal de glóbulos blancos en la orina (tira)'],
    short: ['A sign of infection', 'Una señal de infección'],
    measures: [
      'The strip looks for a substance from white blood cells, which fight germs.',
      'La tira busca una sustancia de los glóbulos blancos, que combaten gérmenes.',
    ],
    high: ['A urine infection is a common reason.', 'Una infección de orina es una razón común.'],
    low: ['None is the usual result.', 'Lo usual es que no haya.'],
    next: [
      'Call your care team if it burns when passing urine, or for fever or pain in the side.',
      'Llame a su equipo médico si arde al orinar, o si hay fiebre o dolor en el costado.',
    ],
  }),
  lab('5770-3 20505-4', {
    name: ['Bilirubin in urine', 'Bilirrubina en la orina'],
    short: ['A liver check', 'Una revisión del hígado'],
    measures: [
      'Bilirubin gets into urine when bile cannot flow well.',
      'La bilirrubina pasa a la orina cuando la bilis no fluye bien.',
    ],
    high: [
      'A liver or bile problem may be the reason. Yellow skin or eyes need a call today.',
      'Un problema del hígado o de la bilis puede ser la razón. Si la piel o los ojos se ponen amarillos, llame hoy.',
    ],
    low: ['None is the usual result.', 'Lo usual es que no haya.'],
    next: next.strip,
  }),
  lab('5818-0 20405-7 3107-0', {
    name: ['Urobilinogen', 'Urobilinógeno'],
    short: ['A liver check', 'Una revisión del hígado'],
    measures: [
      'It is made from bile in the gut. A little in urine is usual.',
      'Se forma de la bilis en el intestino. Un poco en la orina es normal.',
    ],
    high: [
      'Liver problems or red blood cells that break early can raise it.',
      'Los problemas del hígado o los glóbulos rojos que se rompen antes pueden subirlo.',
    ],
    low: ['It is seldom a problem by itself.', 'Por sí solo rara vez es un problema.'],
    next: next.strip,
  }),
  lab('5821-4', {
    name: ['White cells in urine', 'Glóbulos blancos en la orina'],
    short: ['Cells that fight germs', 'Células que combaten gérmenes'],
    measures: [
      'Someone looks at urine through a microscope and counts white blood cells.',
      'Se mira la orina con un microscopio y se cuentan los glóbulos blancos.',
    ],
    high: [
      'A urine infection is a common reason. A sample that was not clean can do it too.',
      'Una infección de orina es una razón común. Una muestra poco limpia también puede hacerlo.',
    ],
    low: ['Few or none is the usual result.', 'Lo usual es que haya pocos o ninguno.'],
    next: next.withOthers,
  }),
  lab('13945-1', {
    name: ['Red cells in urine', 'Glóbulos rojos en la orina'],
    short: ['Traces of blood', 'Rastros de sangre'],
    measures: [
      'Someone looks at urine through a microscope and counts red blood cells.',
      'Se mira la orina con un microscopio y se cuentan los glóbulos rojos.',
    ],
    high: [
      'A period, an infection, kidney stones or hard exercise can be reasons.',
      'La regla, una infección, piedras en el riñón o el ejercicio fuerte pueden ser razones.',
    ],
    low: ['Few or none is the usual result.', 'Lo usual es que haya pocos o ninguno.'],
    next: next.repeat,
  }),
  lab('11277-1 5787-7', {
    name: ['Skin cells in urine', 'Células de la piel en la orina'],
    short: ['Shows how clean the sample is', 'Muestra qué tan limpia es la muestra'],
    measures: [
      'These cells come from skin. Many of them mean that the sample was not clean.',
      'Estas células vienen de la piel. Si hay muchas, la muestra no estaba limpia.',
    ],
    high: ['The sample may need to be taken again.', 'Puede hacer falta otra muestra.'],
    low: null,
    next: next.withOthers,
  }),
  lab('25145-4 5769-5', {
    name: ['Bacteria in urine', 'Bacterias en la orina'],
    short: ['Germs seen in urine', 'Gérmenes vistos en la orina'],
    measures: [
      'Someone looks for bacteria in urine through a microscope.',
      'Se buscan bacterias en la orina con un microscopio.',
    ],
    high: [
      'They can mean an infection. They can also come from skin, or live there without harm.',
      'Pueden significar una infección. También pueden venir de la piel o vivir ahí sin causar daño.',
    ],
    low: ['Few or none is the usual result.', 'Lo usual es que haya pocas o ninguna.'],
    next: next.withOthers,
  }),
  lab('5796-8', {
    name: ['Casts in urine', 'Cilindros en la orina'],
    short: ['Tiny tubes from the kidneys', 'Tubitos que vienen de los riñones'],
    measures: [
      'These are tiny tubes of protein that form in the kidneys. A few clear ones are usual.',
      'Son tubitos de proteína que se forman en los riñones. Unos pocos claros son normales.',
    ],
    high: [
      'Hard exercise or drinking little can raise them.',
      'El ejercicio fuerte o tomar poca agua pueden subirlos.',
    ],
    low: null,
    next: next.withOthers,
  }),
  lab('2161-8', {
    name: ['Creatinine in urine', 'Creatinina en la orina'],
    short: ['Used to judge other urine tests', 'Sirve para leer otras pruebas de orina'],
    measures: [
      'It tells how strong the urine sample is. Other urine tests are compared with it.',
      'Indica qué tan concentrada es la muestra. Otras pruebas de orina se comparan con ella.',
    ],
    high: ['Drinking little can raise it.', 'Tomar poca agua puede subirla.'],
    low: ['Drinking a lot can lower it.', 'Tomar mucha agua puede bajarla.'],
    next: next.withOthers,
  }),
  lab('630-4', {
    name: ['Urine culture', 'Cultivo de orina'],
    short: ['Grows germs to find an infection', 'Cultiva gérmenes para hallar una infección'],
    measures: [
      'Urine is kept warm for a day or two to see which germs grow, and which medicine stops them.',
      'La orina se guarda tibia uno o dos días para ver qué gérmenes crecen y qué medicina los detiene.',
    ],
    high: null,
    low: null,
    next: [
      'If germs were found, your care team may choose or change the medicine. Call for fever, chills or pain in the side.',
      'Si se hallaron gérmenes, su equipo médico puede elegir o cambiar la medicina. Llame si hay fiebre, escalofríos o dolor en el costado.',
    ],
  }),
]);
