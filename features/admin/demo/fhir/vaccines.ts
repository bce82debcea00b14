import { demoOrganization } from '../cast/clinic.ts';
import { add, day, staffRef, type Chart } from './chart.ts';
import { concept, type Resource } from './elements.ts';

/** Vaccines by CVX. */
const vaccines = {
  hepB: ['08', 'Hep B, adolescent or pediatric', 'Hepatitis B vaccine'],
  rotavirus: ['119', 'rotavirus, monovalent', 'Rotavirus vaccine'],
  dtap: ['20', 'DTaP', 'DTaP vaccine'],
  hib: ['49', 'Hib (PRP-OMP)', 'Hib vaccine'],
  pcv: ['133', 'Pneumococcal conjugate PCV 13', 'Pneumococcal vaccine'],
  pcv15: ['215', 'Pneumococcal conjugate PCV15, polysaccharide CRM197 conjugate, adjuvant, PF', 'Pneumococcal vaccine'],
  pcv20: ['216', 'Pneumococcal conjugate PCV20', 'Pneumococcal vaccine (PCV20)'],
  ipv: ['10', 'IPV', 'Polio vaccine'],
  mmr: ['03', 'MMR', 'Measles, mumps and rubella vaccine'],
  varicella: ['21', 'varicella', 'Chickenpox vaccine'],
  hepA: ['83', 'Hep A, ped/adol, 2 dose', 'Hepatitis A vaccine'],
  tdap: ['115', 'Tdap', 'Tdap vaccine'],
  td: ['113', 'Td (adult) preservative free', 'Td vaccine'],
  hpv: ['165', 'HPV9', 'HPV vaccine'],
  meningitis: ['114', 'meningococcal MCV4P', 'Meningitis vaccine (ACWY)'],
  flu: ['140', 'Influenza, seasonal, injectable, preservative free', 'Flu vaccine'],
  fluHighDose: ['135', 'Influenza, high dose seasonal', 'Flu vaccine, high dose'],
  shingles: ['187', 'zoster recombinant', 'Shingles vaccine'],
  covid: ['208', 'COVID-19, mRNA, LNP-S, PF, 30 mcg/0.3 mL dose', 'COVID-19 vaccine'],
  covidUpdated: ['309', 'COVID-19, mRNA, LNP-S, PF, tris-sucrose, 30 mcg/0.3 mL', 'COVID-19 vaccine, updated'],
  rsv: ['305', 'RSV, bivalent, protein subunit RSVpreF, diluent reconstituted, 0.5 mL, PF', 'RSV vaccine'],
} as const;
export type VaccineName = keyof typeof vaccines;

/** One shot that was given, that many days before the start. */
export const addVaccine = (chart: Chart, name: VaccineName, days: number, dose?: number): Resource => {
  const [code, display, text] = vaccines[name];
  return add(chart, 'Immunization', {
    status: 'completed',
    vaccineCode: concept('cvx', code, display, text),
    occurrenceDateTime: day(chart, days),
    primarySource: true,
    location: { display: demoOrganization.name },
    performer: [{ actor: staffRef(chart.by) }],
    ...(dose === undefined ? {} : { protocolApplied: [{ doseNumberPositiveInt: dose }] }),
  });
};

/** A shot that was offered and not given, and why. */
export const addVaccineNotGiven = (chart: Chart, name: VaccineName, days: number, why: string): Resource => {
  const [code, display, text] = vaccines[name];
  return add(chart, 'Immunization', {
    status: 'not-done',
    statusReason: { text: why },
    vaccineCode: concept('cvx', code, display, text),
    occurrenceDateTime: day(chart, days),
    performer: [{ actor: staffRef(chart.by) }],
  });
};

const weeks = (count: number): number => count * 7;
const months = (count: number): number => Math.round(count * 30.44);
const years = (count: number): number => Math.round(count * 365.25);

/** The childhood schedule as CDC recommends it: vaccine, and the ages in days at which each dose is due. */
const childhood: readonly (readonly [VaccineName, ...number[]])[] = [
  ['hepB', 0, months(2), months(6)],
  ['rotavirus', months(2), months(4)],
  ['dtap', months(2), months(4), months(6), months(15), years(4) + 30],
  ['hib', months(2), months(4), months(12)],
  ['pcv', months(2), months(4), months(6), months(12)],
  ['ipv', months(2), months(4), months(6), years(4) + 30],
  ['mmr', months(12) + weeks(1), years(4) + 30],
  ['varicella', months(12) + weeks(1), years(4) + 30],
  ['hepA', months(12) + weeks(1), months(19)],
  ['tdap', years(11) + weeks(3)],
  ['hpv', years(11) + weeks(3), years(11) + months(7)],
  ['meningitis', years(11) + weeks(3)],
];

/** Every childhood shot that is due by the start, given within days of its date. */
export const addChildhoodVaccines = (chart: Chart): void => {
  // Children born since 2022 got the newer pneumococcal vaccine.
  const pneumococcal = chart.birthDate >= '2022-07' ? 'pcv15' : 'pcv';
  const age = Math.round((Date.parse(day(chart, 0)) - Date.parse(chart.birthDate)) / 86_400_000);
  const given = childhood.flatMap(([name, ...ages]) =>
    ages.flatMap((due, index) =>
      due + 5 < age ? [{ name, days: age - due - (due === 0 ? 0 : 3), dose: index + 1 }] : [],
    ),
  );
  for (const { name, days, dose } of given.toSorted((a, b) => b.days - a.days))
    addVaccine(chart, name === 'pcv' ? pneumococcal : name, days, dose);
};

/** A flu shot every October, for as many seasons as asked; those of the last weeks count too. */
export const addFluShots = (
  chart: Chart,
  seasons: number,
  name: VaccineName = 'flu',
  skipped: readonly number[] = [],
): void => {
  const newest =
    chart.start.now.getUTCMonth() >= 10 ? chart.start.now.getUTCFullYear() : chart.start.now.getUTCFullYear() - 1;
  for (let back = seasons - 1; back >= 0; back--) {
    if (skipped.includes(back)) continue;
    const given = Date.UTC(newest - back, 9, 6 + ((back * 5) % 18));
    addVaccine(chart, name, Math.floor((chart.start.now.getTime() - given) / 86_400_000));
  }
};
