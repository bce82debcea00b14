/**
 * The lists of a record: which FHIR types each holds and which part of the record (area) they stand in.
 * Contracts, handlers, the search and the tests are made from this table. Every type of a patient's
 * record stands in exactly one list (lists.test.ts), so that nothing that came is shown nowhere.
 */

/** Parts of a record, as rows are marked and as access is given. */
export const areas = [
  'results',
  'vitals',
  'medicines',
  'conditions',
  'visits',
  'appointments',
  'documents',
  'demographics',
  'billing',
  'other',
] as const;
export type Area = (typeof areas)[number];

export type RecordList = {
  readonly area: Area;
  readonly types: readonly string[];
  /** For the OpenAPI document. */
  readonly about: string;
  /** Bodies of documents (base64) are left out of the list; `records.getNote` gives one. */
  readonly withoutBodies?: true;
  /** Where who may see the list is not who may see its area's rows. */
  readonly resource?: string;
};

const words = (text: string): string[] => text.trim().split(/\s+/);

export const lists = {
  results: { area: 'results', types: ['Observation'], about: 'Laboratory and imaging results' },
  reports: { area: 'results', types: ['DiagnosticReport'], about: 'Diagnostic reports (panels, imaging)' },
  vitals: { area: 'vitals', types: ['Observation'], about: 'Vital signs' },
  medicines: {
    area: 'medicines',
    types: words('MedicationRequest MedicationStatement MedicationDispense MedicationAdministration'),
    about: 'Medicines: prescribed, taken, handed out, given',
  },
  immunizations: { area: 'conditions', types: ['Immunization'], about: 'Immunizations' },
  allergies: { area: 'conditions', types: ['AllergyIntolerance'], about: 'Allergies and intolerances' },
  conditions: { area: 'conditions', types: ['Condition'], about: 'Conditions' },
  procedures: { area: 'conditions', types: ['Procedure'], about: 'Procedures' },
  'care-plans': { area: 'conditions', types: ['CarePlan', 'Goal', 'CareTeam'], about: 'Care plans, goals, care teams' },
  devices: { area: 'conditions', types: ['Device', 'DeviceUseStatement'], about: 'Implants and devices' },
  'family-history': { area: 'conditions', types: ['FamilyMemberHistory'], about: 'Family history' },
  visits: { area: 'visits', types: ['Encounter', 'EpisodeOfCare'], about: 'Visits' },
  appointments: { area: 'appointments', types: ['Appointment', 'AppointmentResponse'], about: 'Appointments' },
  notes: {
    area: 'documents',
    types: ['DocumentReference', 'Composition', 'DiagnosticReport', 'Binary'],
    about: 'Notes and documents of visits',
    withoutBodies: true,
  },
  documents: {
    area: 'documents',
    types: words('QuestionnaireResponse ImagingStudy Media DocumentManifest Consent'),
    about: 'Forms, images and other documents',
    withoutBodies: true,
  },
  // After notes and documents: a file stands there unless a report names it (intake/place.ts).
  specimens: {
    area: 'results',
    types: ['Specimen', 'BodyStructure', 'MolecularSequence', 'Binary', 'Media'],
    about: 'Samples, and the files of reports',
    withoutBodies: true,
  },
  coverage: { area: 'billing', types: ['Coverage'], about: 'Insurance coverage' },
  claims: {
    area: 'billing',
    types: words(`Claim ClaimResponse ExplanationOfBenefit Account ChargeItem CoverageEligibilityRequest
      CoverageEligibilityResponse EnrollmentRequest EnrollmentResponse Invoice PaymentNotice PaymentReconciliation`),
    about: 'Claims and what was paid',
  },
  profile: {
    area: 'demographics',
    types: ['Patient'],
    about: 'Name, address, language ...',
    resource: 'records.profile',
  },
  contacts: {
    area: 'demographics',
    types: ['RelatedPerson', 'Person'],
    about: 'Family and contacts',
    resource: 'records.profile',
  },
  observations: { area: 'other', types: ['Observation'], about: 'Answers to forms, social history, other findings' },
  other: {
    area: 'other',
    types:
      words(`ServiceRequest DeviceRequest NutritionOrder VisionPrescription RequestGroup SupplyRequest SupplyDelivery
      ClinicalImpression RiskAssessment DetectedIssue AdverseEvent Flag ImmunizationEvaluation
      ImmunizationRecommendation Communication CommunicationRequest Task GuidanceResponse Provenance AuditEvent Basic
      BiologicallyDerivedProduct Bundle Contract DeviceMetric Group Linkage List MeasureReport MessageHeader Parameters
      ResearchSubject Schedule Slot VerificationResult`),
    about: 'Everything else that came',
  },
} as const satisfies Readonly<Record<string, RecordList>>;

export type ListName = keyof typeof lists;
export const listNames = Object.keys(lists) as ListName[];
export const listOf = (name: ListName): RecordList => lists[name];

/** Where resources of a type stand unless their own content says otherwise (intake/describe.ts). */
export const areaOfType = (type: string): Area => {
  if (type === 'Observation') return 'other';
  return areaByType.get(type) ?? 'other';
};

const areaByType = new Map<string, Area>(
  // A report stands with the results; as a note it is one of the documents.
  listNames.toReversed().flatMap((name) => lists[name].types.map((type): [string, Area] => [type, lists[name].area])),
);

/** The list that holds a row, by the two columns that the database knows of it. */
export const listHolding = (area: Area, type: string): ListName | undefined =>
  listNames.find((name) => lists[name].area === area && (lists[name].types as readonly string[]).includes(type));
