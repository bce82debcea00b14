/** Why values that came are not shown yet, or never. The first that matches `Type.path` holds. */
export type Reason = { readonly about: string; readonly paths: RegExp };

export const reasons: readonly Reason[] = [
  {
    about: 'The record’s own name and kind; it has a name of ours, and its kind is the list in which it stands.',
    paths: /^[A-Za-z]+\.(?:contained\.)?(?:id|resourceType)$/,
  },
  {
    about: 'About the message, not the person: profiles, versions, tags of the sending system.',
    paths: /^[A-Za-z]+\.(?:meta|language|implicitRules)\b/,
  },
  {
    about: 'Narrative: the sender’s program wrote the elements out once more. The elements are shown instead.',
    paths: /^[A-Za-z]+\.text\.(?:div|status)$/,
  },
  {
    about: 'Whose record it is: stands at the top of every page.',
    paths: /^[A-Za-z]+\.(?:contained\.)?(?:subject|patient|beneficiary)\./,
  },
  {
    about: 'Blank forms. What a person answered carries its questions with it.',
    paths: /^Questionnaire\./,
  },
  {
    about: 'Social Security, licence, passport and unnamed numbers: never shown. Record and member numbers are.',
    paths: /^(?:Patient|RelatedPerson)\.identifier\./,
  },
  { about: 'Numbers that the sending system keeps its records by.', paths: /\bidentifier\./ },
  {
    about:
      'Extensions. Those of US Core about a person (race, ethnicity, sex, gender, tribe) are shown; no reader knows the others yet.',
    paths: /\b(?:_[a-zA-Z]+\.)?(?:modifierE|e)xtension\./,
  },
  {
    about: 'Codes, their systems and versions, and the code’s official name where the sender gave better words.',
    paths:
      /\.(?:coding|sopClass|modality|bodySite|class|valueCoding|format|connectionType|payloadType)\.(?:system|version|code|display|userSelected)$|\.(?:code|system|type)$/,
  },
  {
    about:
      'Addresses, phones, specialties and other facts about clinicians, organizations and places: their name is shown; a directory page is not built yet.',
    paths: /^(?:Practitioner|PractitionerRole|Organization|Location)\./,
  },
  {
    about: 'Names of linked records that stand on the linked record itself.',
    paths: /\.(?:encounter|result)\.display$/,
  },
  {
    about: 'Order and internal numbers of lines: lines are shown in that order.',
    paths:
      /\.(?:sequence|diagnosisSequence|procedureSequence|informationSequence|careTeamSequence|linkId|focal|number|uid)$/,
  },
  {
    about: 'Further links and copies inside a claim. Its lines, amounts, people and diagnoses are shown.',
    paths: /^(?:Claim|ExplanationOfBenefit)\.(?:supportingInfo|contained|referral|related|diagnosis|item\.category)\b/,
  },
  {
    about: 'How a device’s number was read (by hand, barcode, radio).',
    paths: /^Device\.(?:udiCarrier\.entryType|deviceName\.type)/,
  },
  { about: 'Words of the range’s kind; the range itself is shown.', paths: /^Observation\.referenceRange\.type\./ },
  {
    about: 'Dates by which a former name or address is told from the one in use.',
    paths: /^Patient\.(?:name|address)\.period\./,
  },
  {
    about: 'When each person of a visit came and went; the visit’s own times are shown.',
    paths: /^Encounter\.participant\.period\./,
  },
  { about: 'What kind of statement it is (an order, a plan): the list says it.', paths: /\.intent$/ },
  {
    about: 'Links to the order behind a procedure; the order stands in its own list.',
    paths: /^Procedure\.basedOn\.reference$/,
  },
  { about: 'When a picture was made public; when it was taken is shown.', paths: /^Media\.issued$/ },
  { about: 'Number of the file inside its record.', paths: /^Media\.content\.id$/ },
];

export const reasonFor = (type: string, path: string): string | undefined =>
  reasons.find(({ paths }) => paths.test(`${type}.${path}`))?.about;
