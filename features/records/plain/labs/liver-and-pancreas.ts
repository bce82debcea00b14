import { lab, type PlainLab } from '../plain-lab.ts';
import { reviewed } from '../words.ts';
import { next } from './next.ts';

/** More about the liver, and the pancreas. */
export const liverAndPancreasLabs: readonly PlainLab[] = reviewed('2026-11-26', [
  lab('1968-7', {
    name: ['Direct bilirubin', 'Bilirrubina directa'],
    short: ['Bilirubin the liver has worked on', 'Bilirrubina que el hígado ya procesó'],
    measures: [
      'It is the part of bilirubin that is ready to leave with bile.',
      'Es la parte de la bilirrubina lista para salir con la bilis.',
    ],
    high: [
      'Bile may not flow well, or the liver may be unwell. Yellow skin or eyes need a call today.',
      'La bilis puede no fluir bien o el hígado puede estar enfermo. Si la piel o los ojos se ponen amarillos, llame hoy.',
    ],
    low: null,
    next: next.withOthers,
  }),
  lab('1971-1', {
    name: ['Indirect bilirubin', 'Bilirrubina indirecta'],
    short: ['Bilirubin on its way to the liver', 'Bilirrubina camino al hígado'],
    measures: [
      'It is the part of bilirubin that the liver has not worked on yet.',
      'Es la parte de la bilirrubina que el hígado aún no procesa.',
    ],
    high: [
      'Some people always have a little more, without harm. Red blood cells that break early can raise it too.',
      'Algunas personas siempre tienen un poco más, sin daño. Los glóbulos rojos que se rompen antes también la suben.',
    ],
    low: null,
    next: next.withOthers,
  }),
  lab('2324-2', {
    name: ['GGT', 'GGT'],
    short: ['A liver and bile check', 'Una revisión del hígado y la bilis'],
    measures: ['GGT is made in the liver and its bile tubes.', 'La GGT se forma en el hígado y sus conductos.'],
    high: [
      'Alcohol, some medicines, fatty liver or gallstones can raise it.',
      'El alcohol, algunas medicinas, el hígado graso o los cálculos pueden subirla.',
    ],
    low: ['A low value is seldom a problem.', 'Un valor bajo rara vez es un problema.'],
    next: next.repeat,
  }),
  lab('3040-3', {
    name: ['Lipase', 'Lipasa'],
    short: ['A pancreas check', 'Una revisión del páncreas'],
    measures: [
      'The pancreas makes lipase to break down fat in food.',
      'El páncreas produce la lipasa para digerir la grasa.',
    ],
    high: [
      'The pancreas may be inflamed. Gallstones and alcohol are common reasons.',
      'El páncreas puede estar inflamado. Los cálculos y el alcohol son razones comunes.',
    ],
    low: null,
    next: [
      'Strong belly pain with vomiting needs care right away: call 911 or go to an emergency room.',
      'Un dolor fuerte de barriga con vómitos necesita atención enseguida: llame al 911 o vaya a urgencias.',
    ],
  }),
  lab('1798-8', {
    name: ['Amylase', 'Amilasa'],
    short: ['A pancreas check', 'Una revisión del páncreas'],
    measures: [
      'The pancreas and the mouth make amylase to break down starch.',
      'El páncreas y la boca producen la amilasa para digerir el almidón.',
    ],
    high: [
      'A sore pancreas, gallstones or swollen cheeks (mumps) can raise it.',
      'Un páncreas inflamado, los cálculos o las paperas pueden subirla.',
    ],
    low: null,
    next: [
      'Strong belly pain with vomiting needs care right away: call 911 or go to an emergency room.',
      'Un dolor fuerte de barriga con vómitos necesita atención enseguida: llame al 911 o vaya a urgencias.',
    ],
  }),
  lab('16362-6', {
    name: ['Ammonia', 'Amoníaco'],
    short: ['Waste that the liver clears', 'Un desecho que elimina el hígado'],
    measures: [
      'Ammonia is waste from protein. A healthy liver clears it.',
      'El amoníaco es un desecho de las proteínas. Un hígado sano lo elimina.',
    ],
    high: [
      'The liver may not clear it well. A sample kept too warm can look high.',
      'El hígado puede no eliminarlo bien. Una muestra que no se enfrió puede verse alta.',
    ],
    low: null,
    next: [
      'Call 911 if a person with liver disease is very sleepy or confused.',
      'Llame al 911 si una persona con enfermedad del hígado está muy dormida o confundida.',
    ],
  }),
  lab('10834-0 2336-6', {
    name: ['Globulin', 'Globulina'],
    short: ['Proteins that fight germs', 'Proteínas que combaten gérmenes'],
    measures: [
      'Globulins are proteins in your blood. Many of them fight germs.',
      'Las globulinas son proteínas de la sangre. Muchas combaten gérmenes.',
    ],
    high: ['A long infection or inflammation can raise it.', 'Una infección o inflamación larga puede subirla.'],
    low: [
      'Kidney or liver problems, or weak defenses, can lower it.',
      'Los problemas de riñón o hígado, o las defensas bajas, pueden bajarla.',
    ],
    next: next.withOthers,
  }),
  lab('1759-0', {
    name: ['Albumin to globulin ratio', 'Relación albúmina y globulina'],
    short: ['Compares two proteins of blood', 'Compara dos proteínas de la sangre'],
    measures: [
      'It compares albumin with the other proteins in your blood.',
      'Compara la albúmina con las otras proteínas de la sangre.',
    ],
    high: ['It is seldom a problem by itself.', 'Por sí sola rara vez es un problema.'],
    low: [
      'Long inflammation, or liver or kidney problems, can lower it.',
      'Una inflamación larga o los problemas de hígado o riñón pueden bajarla.',
    ],
    next: next.withOthers,
  }),
  lab('13950-1', {
    name: ['Hepatitis A test (new infection)', 'Prueba de hepatitis A (infección nueva)'],
    short: ['Looks for a new hepatitis A infection', 'Busca una hepatitis A nueva'],
    measures: [
      'It looks for antibodies that appear early in hepatitis A, a liver infection from food or water.',
      'Busca anticuerpos que aparecen temprano en la hepatitis A, una infección del hígado por comida o agua.',
    ],
    high: null,
    low: null,
    next: [
      'If it was found, rest, avoid alcohol and wash hands well. People at home may need a shot soon.',
      'Si se encontró, descanse, evite el alcohol y lávese bien las manos. Los de casa pueden necesitar pronto una vacuna.',
    ],
  }),
  lab('5196-1 5195-3', {
    name: ['Hepatitis B virus test', 'Prueba del virus de hepatitis B'],
    short: ['Shows whether the virus is there', 'Muestra si el virus está presente'],
    measures: [
      'It looks for a part of the hepatitis B virus. If it is found, the virus is in the body.',
      'Busca una parte del virus de hepatitis B. Si se encuentra, el virus está en el cuerpo.',
    ],
    high: null,
    low: null,
    next: [
      'If it was found, your care team does more tests. There are treatments. Partners and family can get a vaccine.',
      'Si se encontró, su equipo médico hace más pruebas. Hay tratamientos. La pareja y la familia pueden vacunarse.',
    ],
  }),
  lab('16935-9 22322-2 10900-9', {
    name: ['Hepatitis B protection', 'Protección contra hepatitis B'],
    short: ['Shows whether you are protected', 'Muestra si tiene protección'],
    measures: [
      'It looks for antibodies that protect from hepatitis B. They come from the vaccine or from an old infection.',
      'Busca anticuerpos que protegen de la hepatitis B. Vienen de la vacuna o de una infección pasada.',
    ],
    high: ['You are most likely protected.', 'Lo más probable es que tenga protección.'],
    low: ['You may need the vaccine or one more dose.', 'Puede necesitar la vacuna o una dosis más.'],
    next: next.askTeam,
  }),
  lab('16933-4 13952-7', {
    name: ['Hepatitis B contact test', 'Prueba de contacto con hepatitis B'],
    short: ['Shows whether you ever met the virus', 'Muestra si alguna vez tuvo el virus'],
    measures: [
      'It looks for antibodies that appear only after a real infection, not after the vaccine.',
      'Busca anticuerpos que aparecen solo tras una infección real, no tras la vacuna.',
    ],
    high: null,
    low: null,
    next: [
      'If it was found, other tests show whether the virus is still there. Tell your care team before you take strong medicine.',
      'Si se encontró, otras pruebas muestran si el virus sigue ahí. Avise a su equipo médico antes de tomar medicinas fuertes.',
    ],
  }),
  lab('16128-1 13955-0', {
    name: ['Hepatitis C antibody test', 'Prueba de anticuerpos de hepatitis C'],
    short: ['Shows whether you ever met the virus', 'Muestra si alguna vez tuvo el virus'],
    measures: [
      'It looks for antibodies against hepatitis C. They stay for life, even after a cure.',
      'Busca anticuerpos contra la hepatitis C. Quedan toda la vida, aun después de curarse.',
    ],
    high: null,
    low: null,
    next: [
      'If they were found, a second test shows whether the virus is still there. Pills can cure it in a few months.',
      'Si se encontraron, otra prueba muestra si el virus sigue ahí. Las pastillas pueden curarla en pocos meses.',
    ],
  }),
  lab('11011-4 38180-6', {
    name: ['Hepatitis C virus amount', 'Cantidad de virus de hepatitis C'],
    short: ['Shows whether the virus is there now', 'Muestra si el virus está ahora'],
    measures: [
      'It counts hepatitis C virus in the blood. “Not detected” means none was found.',
      'Cuenta el virus de hepatitis C en la sangre. “No detectado” (not detected) significa que no se encontró.',
    ],
    high: ['The virus is there. It can be treated.', 'El virus está presente. Se puede tratar.'],
    low: ['Less virus is better; none is the goal.', 'Menos virus es mejor; la meta es cero.'],
    next: next.askTeam,
  }),
]);
