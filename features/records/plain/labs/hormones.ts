import { lab, type PlainLab } from '../plain-lab.ts';
import { reviewed } from '../words.ts';
import { next } from './next.ts';

/** More hormones: thyroid, stress, sex and pregnancy. */
export const hormoneLabs: readonly PlainLab[] = reviewed('2026-11-26', [
  lab('3051-0 3053-6', {
    name: ['Thyroid hormone (T3)', 'Hormona tiroidea (T3)'],
    short: ['The active thyroid hormone', 'La hormona tiroidea activa'],
    measures: ['T3 sets the speed of your body, like T4.', 'La T3 marca el ritmo del cuerpo, como la T4.'],
    high: ['The thyroid may be too active.', 'La tiroides puede estar muy activa.'],
    low: ['Illness or a slow thyroid can lower it.', 'Una enfermedad o la tiroides lenta pueden bajarla.'],
    next: next.withOthers,
  }),
  lab('3026-2', {
    name: ['Thyroid hormone (total T4)', 'Hormona tiroidea (T4 total)'],
    short: ['All of the T4 in your blood', 'Toda la T4 de la sangre'],
    measures: ['T4 sets the speed of your body.', 'La T4 marca el ritmo del cuerpo.'],
    high: [
      'The thyroid may be too active. Pregnancy and birth control pills raise it too.',
      'La tiroides puede estar muy activa. El embarazo y las pastillas anticonceptivas también la suben.',
    ],
    low: ['The thyroid may be slow.', 'La tiroides puede estar lenta.'],
    next: next.withOthers,
  }),
  lab('8099-4', {
    name: ['Thyroid antibodies (TPO)', 'Anticuerpos de la tiroides (TPO)'],
    short: ['Shows whether the body attacks the thyroid', 'Muestra si el cuerpo ataca la tiroides'],
    measures: ['It looks for antibodies against the thyroid gland.', 'Busca anticuerpos contra la glándula tiroides.'],
    high: [
      'The body may attack its own thyroid. Many people with antibodies feel well.',
      'El cuerpo puede atacar su propia tiroides. Muchas personas con anticuerpos se sienten bien.',
    ],
    low: ['A low value is usual.', 'Un valor bajo es normal.'],
    next: next.withOthers,
  }),
  lab('2143-6 9813-7', {
    name: ['Cortisol', 'Cortisol'],
    short: ['The stress hormone', 'La hormona del estrés'],
    measures: [
      'Cortisol helps the body deal with stress. It is high in the morning and low at night.',
      'El cortisol ayuda al cuerpo con el estrés. Es alto en la mañana y bajo en la noche.',
    ],
    high: ['Stress, illness or steroids can raise it.', 'El estrés, una enfermedad o los esteroides pueden subirlo.'],
    low: [
      'Long use of steroids or a weak gland above the kidneys can lower it.',
      'El uso largo de esteroides o una glándula débil sobre los riñones pueden bajarlo.',
    ],
    next: [
      'Do not stop steroids all at once. Ask your care team what the value means.',
      'No deje los esteroides de golpe. Pregunte a su equipo médico qué significa el valor.',
    ],
  }),
  lab('2986-8 2991-8', {
    name: ['Testosterone', 'Testosterona'],
    short: ['A sex hormone', 'Una hormona sexual'],
    measures: [
      'All people make testosterone; men make more. It is highest in the morning.',
      'Todas las personas producen testosterona; los hombres, más. Es más alta en la mañana.',
    ],
    high: [
      'Testosterone medicine can raise it. In women, a common hormone condition (PCOS) can too.',
      'La medicina con testosterona puede subirla. En mujeres, también una condición hormonal común (SOP).',
    ],
    low: [
      'Age, extra weight, illness and some pain pills can lower it.',
      'La edad, el exceso de peso, una enfermedad y algunas pastillas para el dolor pueden bajarla.',
    ],
    next: ['It is usually checked again on another morning.', 'Normalmente se repite otra mañana.'],
  }),
  lab('2243-4', {
    name: ['Estradiol', 'Estradiol'],
    short: ['A sex hormone (estrogen)', 'Una hormona sexual (estrógeno)'],
    measures: [
      'Estradiol is the main estrogen. It goes up and down in each cycle and falls after menopause.',
      'El estradiol es el estrógeno principal. Sube y baja en cada ciclo y cae después de la menopausia.',
    ],
    high: ['Pregnancy or hormone medicine can raise it.', 'El embarazo o las medicinas con hormonas pueden subirlo.'],
    low: ['It is low after menopause.', 'Es bajo después de la menopausia.'],
    next: next.cycle,
  }),
  lab('2839-9', {
    name: ['Progesterone', 'Progesterona'],
    short: ['A hormone of cycle and pregnancy', 'Una hormona del ciclo y del embarazo'],
    measures: ['It rises after an egg is released and in pregnancy.', 'Sube después de la ovulación y en el embarazo.'],
    high: [
      'An egg was likely released, or you may be pregnant.',
      'Es probable que hubo ovulación o que haya embarazo.',
    ],
    low: ['An egg may not have been released in this cycle.', 'Puede que no hubo ovulación en este ciclo.'],
    next: next.cycle,
  }),
  lab('15067-2', {
    name: ['FSH', 'FSH'],
    short: ['Tells ovaries or testicles to work', 'Ordena trabajar a ovarios o testículos'],
    measures: [
      'FSH comes from the brain. It tells ovaries or testicles to work.',
      'La FSH viene del cerebro. Les ordena trabajar a los ovarios o testículos.',
    ],
    high: ['It rises around menopause.', 'Sube alrededor de la menopausia.'],
    low: [
      'Stress, low weight or some medicines can lower it.',
      'El estrés, el bajo peso o algunas medicinas pueden bajarla.',
    ],
    next: next.cycle,
  }),
  lab('10501-5', {
    name: ['LH', 'LH'],
    short: ['Starts the release of an egg', 'Inicia la ovulación'],
    measures: [
      'LH comes from the brain. In women it jumps just before an egg is released.',
      'La LH viene del cerebro. En mujeres sube de golpe antes de la ovulación.',
    ],
    high: ['It rises at mid cycle and around menopause.', 'Sube a mitad del ciclo y cerca de la menopausia.'],
    low: [
      'Stress, low weight or some medicines can lower it.',
      'El estrés, el bajo peso o algunas medicinas pueden bajarla.',
    ],
    next: next.cycle,
  }),
  lab('2842-3', {
    name: ['Prolactin', 'Prolactina'],
    short: ['The hormone of breast milk', 'La hormona de la leche materna'],
    measures: ['It makes breasts produce milk after birth.', 'Hace que los pechos produzcan leche después del parto.'],
    high: [
      'Pregnancy, nursing, stress and some medicines raise it. A small growth in the brain can too.',
      'El embarazo, dar pecho, el estrés y algunas medicinas la suben. También un pequeño bulto en el cerebro.',
    ],
    low: ['A low value is seldom a problem.', 'Un valor bajo rara vez es un problema.'],
    next: next.repeat,
  }),
  lab('38476-8', {
    name: ['AMH', 'AMH'],
    short: ['How many eggs are left', 'Cuántos óvulos quedan'],
    measures: [
      'AMH gives an idea of how many eggs the ovaries still have. It falls with age.',
      'La AMH da una idea de cuántos óvulos quedan en los ovarios. Baja con la edad.',
    ],
    high: ['There are many small eggs. PCOS can raise it.', 'Hay muchos óvulos pequeños. El SOP puede subirla.'],
    low: [
      'Fewer eggs are left. It does not tell whether you can get pregnant.',
      'Quedan menos óvulos. No dice si puede embarazarse.',
    ],
    next: next.askTeam,
  }),
  lab('2191-5', {
    name: ['DHEA-S', 'DHEA-S'],
    short: ['A hormone from above the kidneys', 'Una hormona de las glándulas suprarrenales'],
    measures: [
      'Glands above the kidneys make it. The body turns it into sex hormones.',
      'La producen unas glándulas sobre los riñones. El cuerpo la convierte en hormonas sexuales.',
    ],
    high: ['PCOS or an active gland can raise it.', 'El SOP o una glándula activa pueden subirla.'],
    low: ['It falls with age.', 'Baja con la edad.'],
    next: next.withOthers,
  }),
  lab('21198-7 19080-1', {
    name: ['Pregnancy hormone (hCG) level', 'Nivel de la hormona del embarazo (hCG)'],
    short: ['How much hCG is in your blood', 'Cuánta hCG hay en la sangre'],
    measures: [
      'hCG is made in pregnancy. Early on it about doubles every two to three days.',
      'La hCG se produce en el embarazo. Al inicio casi se duplica cada dos o tres días.',
    ],
    high: [
      'Most often it means pregnancy, at times with twins.',
      'Casi siempre significa embarazo, a veces de gemelos.',
    ],
    low: [
      'The pregnancy may be younger than thought, or may not be growing well.',
      'El embarazo puede ser más reciente de lo pensado, o puede no avanzar bien.',
    ],
    next: [
      'It is often checked again after two days. Call right away for bleeding, strong belly pain or fainting.',
      'Muchas veces se repite a los dos días. Llame enseguida si hay sangrado, dolor fuerte de barriga o desmayo.',
    ],
  }),
]);
