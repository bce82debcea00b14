import { dateBefore, type Start } from '../fhir/moments.ts';
import { mail } from './clinic.ts';

export type DemoPatient = {
  /** Also the sender's id of the Patient resource. */
  id: string;
  given: string[];
  family: string;
  /** A date, or the age at the start of the demo, for those whose story hangs on it. */
  born: string | { daysAgo: number };
  gender: 'female' | 'male';
  mrn: string;
  language: 'en' | 'es';
  /** None: no account. */
  email?: string;
  phone: string;
  address: { line: string; city: string; state: string; postalCode: string };
  /** Keys of the staff who work with this chart. */
  careTeam: readonly string[];
};

type Wanted = Omit<DemoPatient, 'id' | 'address' | 'language' | 'email'> & {
  key: string;
  street: string;
  language?: 'es';
  email?: string;
};

const patient = ({ key, street, language, email, ...rest }: Wanted): DemoPatient => ({
  id: `demo-patient-${key}`,
  language: language ?? 'en',
  ...(email ? { email: mail(email) } : {}),
  address: { line: street, city: 'Fairhaven', state: 'OH', postalCode: '44001' },
  ...rest,
});

/** The key by which the cast names a patient. */
export const keyOf = ({ id }: DemoPatient): string => id.slice('demo-patient-'.length);

/** YYYY-MM-DD */
export const birthDateOf = ({ born }: DemoPatient, start: Start): string =>
  typeof born === 'string' ? born : dateBefore(start, born.daysAgo);

export const elena = patient({
  key: 'elena',
  given: ['Elena', 'Ruth'],
  family: 'Marsh',
  born: '1968-03-14',
  gender: 'female',
  mrn: 'JH-104417',
  email: 'elena.marsh',
  phone: '555-0141',
  street: '18 Orchard Lane',
  careTeam: ['feld', 'rivera'],
});
export const lucia = patient({
  key: 'lucia',
  given: ['Lucía'],
  family: 'Herrera Soto',
  born: '1991-08-02',
  gender: 'female',
  mrn: 'JH-108203',
  language: 'es',
  email: 'lucia.herrera',
  phone: '555-0162',
  street: '402 Mill Street, Apt 3',
  careTeam: ['feld', 'caballero', 'rivera'],
});
export const owen = patient({
  key: 'owen',
  given: ['Owen'],
  family: 'Park',
  born: '2003-05-21',
  gender: 'male',
  mrn: 'JH-111950',
  email: 'owen.park',
  phone: '555-0187',
  street: '7 College Row',
  careTeam: ['feld', 'rivera'],
});
export const nadia = patient({
  key: 'nadia',
  given: ['Nadia'],
  family: 'Rahimi',
  born: '1993-11-30',
  gender: 'female',
  mrn: 'JH-109338',
  email: 'nadia.rahimi',
  phone: '555-0154',
  street: '55 Quarry Road',
  careTeam: ['achebe', 'bello'],
});
export const leonard = patient({
  key: 'leonard',
  given: ['Leonard'],
  family: 'Kowalczyk',
  born: '1954-02-09',
  gender: 'male',
  mrn: 'JH-101275',
  email: 'leonard.kowalczyk',
  phone: '555-0108',
  street: '9 Harbor View',
  careTeam: ['achebe', 'lindgren', 'bello'],
});
export const zoe = patient({
  key: 'zoe',
  given: ['Zoe'],
  family: 'Tanaka-Reed',
  born: { daysAgo: 5_604 },
  gender: 'female',
  mrn: 'JH-113604',
  email: 'zoe.tanaka-reed',
  phone: '555-0172',
  street: '31 Larkspur Court',
  careTeam: ['tsai', 'bello'],
});
export const theo = patient({
  key: 'theo',
  given: ['Theo'],
  family: 'Abernathy-Diallo',
  born: { daysAgo: 830 },
  gender: 'male',
  mrn: 'JH-118092',
  phone: '555-0133',
  street: '214 Elm Street',
  careTeam: ['tsai', 'bello'],
});
export const ruth = patient({
  key: 'ruth',
  given: ['Ruth'],
  family: 'Ellison',
  born: '1938-09-17',
  gender: 'female',
  mrn: 'JH-100384',
  email: 'ruth.ellison',
  phone: '555-0118',
  street: '3 Garden Terrace',
  careTeam: ['feld', 'lindgren', 'rivera'],
});
export const frank = patient({
  key: 'frank',
  given: ['Frank'],
  family: 'Dubois',
  born: '1957-06-25',
  gender: 'male',
  mrn: 'JH-102866',
  email: 'frank.dubois',
  phone: '555-0126',
  street: '77 Foundry Street',
  careTeam: ['achebe', 'bello'],
});
export const beatrice = patient({
  key: 'beatrice',
  given: ['Beatrice'],
  family: 'Halloran',
  born: '1949-12-03',
  gender: 'female',
  mrn: 'JH-101809',
  email: 'beatrice.halloran',
  phone: '555-0112',
  street: '12 Chapel Street',
  careTeam: ['achebe', 'lindgren', 'rivera'],
});
export const carol = patient({
  key: 'carol',
  given: ['Carol'],
  family: 'Svensson',
  born: '1964-04-28',
  gender: 'female',
  mrn: 'JH-103951',
  email: 'carol.svensson',
  phone: '555-0138',
  street: '40 Birch Hollow',
  careTeam: ['achebe', 'bello'],
});
export const harold = patient({
  key: 'harold',
  given: ['Harold'],
  family: 'Nguyen',
  born: '1951-07-19',
  gender: 'male',
  mrn: 'JH-102130',
  email: 'harold.nguyen',
  phone: '555-0115',
  street: '88 Prospect Avenue',
  careTeam: ['achebe', 'rivera'],
});
export const amara = patient({
  key: 'amara',
  given: ['Amara'],
  family: 'Okonkwo',
  born: '1987-01-22',
  gender: 'female',
  mrn: 'JH-107515',
  email: 'amara.okonkwo',
  phone: '555-0158',
  street: '6 Weaver Lane',
  careTeam: ['feld', 'bello'],
});
export const joaquin = patient({
  key: 'joaquin',
  given: ['Joaquín'],
  family: 'Ibarra Mena',
  born: '1979-10-08',
  gender: 'male',
  mrn: 'JH-106422',
  language: 'es',
  email: 'joaquin.ibarra',
  phone: '555-0149',
  street: '119 Depot Street',
  careTeam: ['feld', 'rivera'],
});
export const thomas = patient({
  key: 'thomas',
  given: ['Thomas'],
  family: 'Becker',
  born: '1972-11-03',
  gender: 'male',
  mrn: 'JH-105208',
  email: 'thomas.becker',
  phone: '555-0144',
  street: '23 Ridge Road',
  careTeam: ['feld', 'bello'],
});
export const tom = patient({
  key: 'tom',
  given: ['Tom'],
  family: 'Becker',
  born: '1972-11-03',
  gender: 'male',
  mrn: 'JH-117760',
  phone: '555-0195',
  street: '23 Ridge Rd',
  careTeam: ['feld'],
});
export const dolores = patient({
  key: 'dolores',
  given: ['Dolores'],
  family: 'Whitfield',
  born: '1933-05-06',
  gender: 'female',
  mrn: 'JH-100127',
  phone: '555-0103',
  street: '1 Maple Close',
  careTeam: ['achebe', 'bello'],
});
export const ines = patient({
  key: 'ines',
  given: ['Inés'],
  family: 'Moreau',
  born: '1996-02-17',
  gender: 'female',
  mrn: 'JH-119001',
  phone: '555-0199',
  street: '64 Canal Street',
  careTeam: [],
});

export const demoPatients: readonly DemoPatient[] = [
  elena,
  lucia,
  owen,
  nadia,
  leonard,
  zoe,
  theo,
  ruth,
  frank,
  beatrice,
  carol,
  harold,
  amara,
  joaquin,
  thomas,
  tom,
  dolores,
  ines,
];
