import {
  conceptOf,
  elementOf,
  elementsOf,
  humanNameOf,
  spanOf,
  textOf,
  textsOf,
  whoOf,
  whosOf,
  wordsOf,
  type Element,
  type FhirResource,
  type Who,
} from './elements.ts';

export type Phone = { kind: string; value: string; use: string | null };
export type Address = { use: string | null; lines: string[]; isFormer: boolean };

/** Demographics as the clinic keeps them: of a Patient, or of somebody close (RelatedPerson). */
export type PersonRecord = {
  id: string | null;
  name: string | null;
  formerNames: string[];
  birthDate: string | null;
  gender: string | null;
  isActive: boolean | null;
  /** "Yes", or the date. */
  deceased: string | null;
  phones: Phone[];
  addresses: Address[];
  maritalStatus: string | null;
  languages: { name: string; isPreferred: boolean }[];
  multipleBirth: string | null;
  /** To the patient, of a RelatedPerson. */
  relations: string[];
  contacts: { name: string | null; relations: string[]; phones: Phone[]; addresses: Address[] }[];
  /** Medical record and member numbers. Never a Social Security or other government number. */
  numbers: { type: string; value: string }[];
  doctors: Who[];
  organization: Who | null;
  /** US Core: race, ethnicity, sex at birth, gender identity, tribal affiliation, as the person was asked. */
  asked: {
    question: 'race' | 'ethnicity' | 'birth-sex' | 'sex' | 'gender-identity' | 'pronouns' | 'tribe';
    answer: string;
  }[];
};

const phoneOf = (one: Element): Phone[] => {
  const value = textOf(one.value);
  return value === null ? [] : [{ kind: textOf(one.system) ?? 'phone', value, use: textOf(one.use) }];
};

const addressOf = (one: Element): Address => {
  const place = [textOf(one.city), textOf(one.state), textOf(one.postalCode)]
    .filter((part) => part !== null)
    .join(', ');
  const written = textOf(one.text);
  const lines = [...textsOf(one.line), ...(place === '' ? [] : [place]), ...textsOf(one.country)];
  return {
    use: textOf(one.use),
    lines: lines.length > 0 ? lines : written === null ? [] : [written],
    isFormer: one.use === 'old' || (spanOf(one.period)?.end ?? null) !== null,
  };
};

const privateNumbers = new Set(['SS', 'DL', 'PPN', 'TAX', 'SB', 'NI']);

const numbersOf = (value: unknown): PersonRecord['numbers'] =>
  elementsOf(value).flatMap((one) => {
    const type = conceptOf(one.type);
    const isPrivate = type === null || type.codes.some(({ code }) => privateNumbers.has(code));
    const number = isPrivate ? null : textOf(one.value);
    return number === null ? [] : [{ type: type!.text, value: number }];
  });

const questions: Readonly<Record<string, PersonRecord['asked'][number]['question']>> = {
  'us-core-race': 'race',
  'us-core-ethnicity': 'ethnicity',
  'us-core-birthsex': 'birth-sex',
  'us-core-sex': 'sex',
  'us-core-individual-sex': 'sex',
  'us-core-genderIdentity': 'gender-identity',
  'us-core-tribal-affiliation': 'tribe',
  'individual-pronouns': 'pronouns',
  'individual-genderIdentity': 'gender-identity',
};

const answerOf = (extension: Element): string | null => {
  const own = textOf(extension.valueCode) ?? textOf(extension.valueString) ?? conceptOf(extension.valueCoding)?.text;
  if (own) return own;
  const concept = conceptOf(extension.valueCodeableConcept)?.text;
  if (concept) return concept;
  const parts = elementsOf(extension.extension);
  const said = parts.find((part) => part.url === 'text') ?? parts.find((part) => answerOf(part) !== null);
  return said ? answerOf(said) : null;
};

const askedOf = (value: unknown): PersonRecord['asked'] =>
  elementsOf(value).flatMap((extension) => {
    const question = questions[textOf(extension.url)?.split('/').at(-1) ?? ''];
    const answer = question === undefined ? null : answerOf(extension);
    return question === undefined || answer === null ? [] : [{ question, answer }];
  });

const isFormerName = (name: Element): boolean =>
  name.use === 'old' || name.use === 'maiden' || (spanOf(name.period)?.end ?? null) !== null;

const yesOrDate = (flag: unknown, more: unknown): string | null => {
  if (typeof more === 'number') return String(more);
  return textOf(more) ?? (flag === true ? 'Yes' : null);
};

export const readPerson = (resource: FhirResource): PersonRecord => ({
  id: textOf(resource.id),
  name: humanNameOf(resource.name),
  formerNames: elementsOf(resource.name)
    .filter(isFormerName)
    .flatMap((name) => humanNameOf(name) ?? []),
  birthDate: textOf(resource.birthDate),
  gender: textOf(resource.gender),
  isActive: typeof resource.active === 'boolean' ? resource.active : null,
  deceased: yesOrDate(resource.deceasedBoolean, resource.deceasedDateTime),
  phones: elementsOf(resource.telecom).flatMap(phoneOf),
  addresses: elementsOf(resource.address).map(addressOf),
  maritalStatus: conceptOf(resource.maritalStatus)?.text ?? null,
  languages: elementsOf(resource.communication).flatMap((one) => {
    const language = conceptOf(one.language);
    return language ? [{ name: language.text, isPreferred: one.preferred === true }] : [];
  }),
  multipleBirth: yesOrDate(resource.multipleBirthBoolean, resource.multipleBirthInteger),
  relations: wordsOf(resource.relationship),
  contacts: elementsOf(resource.contact).map((one) => ({
    name: humanNameOf(one.name) ?? whoOf(one.organization, resource)?.name ?? null,
    relations: wordsOf(one.relationship),
    phones: elementsOf(one.telecom).flatMap(phoneOf),
    addresses: elementsOf(one.address).map(addressOf),
  })),
  numbers: numbersOf(resource.identifier),
  doctors: whosOf(resource.generalPractitioner, resource),
  organization: whoOf(elementOf(resource.managingOrganization), resource),
  asked: askedOf(resource.extension),
});
