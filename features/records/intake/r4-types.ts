/** The resource types of FHIR R4 (4.0.1), and where the portal keeps each. */

const words = (text: string): string[] => text.trim().split(/\s+/);

/** Always about one person: stored only when it names one. */
const personTypes = words(`
  AdverseEvent AllergyIntolerance BodyStructure CarePlan Claim ClaimResponse ClinicalImpression Condition Consent
  Coverage CoverageEligibilityRequest CoverageEligibilityResponse DetectedIssue DeviceUseStatement DiagnosticReport
  DocumentReference Encounter EpisodeOfCare ExplanationOfBenefit FamilyMemberHistory Flag Goal ImagingStudy
  Immunization ImmunizationEvaluation ImmunizationRecommendation MedicationAdministration MedicationDispense
  MedicationRequest MedicationStatement NutritionOrder Observation Patient Procedure QuestionnaireResponse
  RelatedPerson RiskAssessment ServiceRequest VisionPrescription`);

/** Never about one person. */
const sharedTypes = words(`
  ActivityDefinition CapabilityStatement CatalogEntry ChargeItemDefinition CodeSystem CompartmentDefinition ConceptMap
  DeviceDefinition EffectEvidenceSynthesis Endpoint EventDefinition Evidence EvidenceVariable ExampleScenario
  GraphDefinition HealthcareService ImplementationGuide InsurancePlan Library Location Measure Medication
  MedicationKnowledge MedicinalProduct MedicinalProductAuthorization MedicinalProductContraindication
  MedicinalProductIndication MedicinalProductIngredient MedicinalProductInteraction MedicinalProductManufactured
  MedicinalProductPackaged MedicinalProductPharmaceutical MedicinalProductUndesirableEffect MessageDefinition
  NamingSystem ObservationDefinition OperationDefinition OperationOutcome Organization OrganizationAffiliation
  PlanDefinition Practitioner PractitionerRole Questionnaire ResearchDefinition ResearchElementDefinition ResearchStudy
  RiskEvidenceSynthesis SearchParameter SpecimenDefinition StructureDefinition StructureMap Subscription Substance
  SubstanceNucleicAcid SubstancePolymer SubstanceProtein SubstanceReferenceInformation SubstanceSourceMaterial
  SubstanceSpecification TerminologyCapabilities TestReport TestScript ValueSet`);

/** About one person or not, as each says. */
const eitherTypes = words(`
  Account Appointment AppointmentResponse AuditEvent Basic Binary BiologicallyDerivedProduct Bundle CareTeam ChargeItem
  Communication CommunicationRequest Composition Contract Device DeviceMetric DeviceRequest DocumentManifest
  EnrollmentRequest EnrollmentResponse GuidanceResponse Group ImmunizationEvaluation Invoice Linkage List MeasureReport
  Media MessageHeader MolecularSequence Parameters PaymentNotice PaymentReconciliation Person Provenance RequestGroup
  ResearchSubject Schedule Slot Specimen SupplyDelivery SupplyRequest Task VerificationResult`);

type Kind = 'person' | 'shared' | 'either';
const kinds = new Map<string, Kind>([
  ...eitherTypes.map((type): [string, Kind] => [type, 'either']),
  ...personTypes.map((type): [string, Kind] => [type, 'person']),
  ...sharedTypes.map((type): [string, Kind] => [type, 'shared']),
]);

/** All resource type names of R4, in alphabetical order. */
export const r4Types: readonly string[] = [...kinds.keys()].toSorted();

export const isR4Type = (type: string): boolean => kinds.has(type);

/** Whether resources of a type are about a person, shared by all, or either. */
export const kindOf = (type: string): Kind => kinds.get(type) ?? 'either';

/** References to these may stay unmatched: who and where, not what. They are kept as sent, and counted. */
const directoryTypes = new Set(
  words('Practitioner PractitionerRole Organization OrganizationAffiliation Location HealthcareService Endpoint'),
);
export const isDirectoryType = (type: string): boolean => directoryTypes.has(type);

/** Names that other FHIR versions use and R4 does not: the answer says so instead of "unknown". */
const otherVersions: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    words(`BodySite Conformance DataElement DeviceComponent DiagnosticOrder DeviceUseRequest EligibilityRequest
      EligibilityResponse ExpansionProfile ImagingManifest ImagingObjectSelection MedicationOrder Order OrderResponse
      ProcedureRequest ProcessRequest ProcessResponse ReferralRequest Sequence ServiceDefinition`).map((type) => [
      type,
      'FHIR DSTU2 or STU3',
    ]),
  ),
  ...Object.fromEntries(
    words(`ActorDefinition AdministrableProductDefinition ArtifactAssessment BiologicallyDerivedProductDispense
      Citation ClinicalUseDefinition ConditionDefinition DeviceAlert DeviceAssociation DeviceDispense DeviceUsage
      EncounterHistory EvidenceReport FormularyItem GenomicStudy ImagingSelection Ingredient InventoryItem
      InventoryReport ManufacturedItemDefinition MedicationUsage MedicinalProductDefinition MolecularDefinition
      NutritionIntake NutritionProduct PackagedProductDefinition Permission PersonalRelationship RegulatedAuthorization
      RequestOrchestration Requirements SubscriptionStatus SubscriptionTopic SubstanceDefinition TestPlan
      Transport`).map((type) => [type, 'FHIR R4B, R5 or later']),
  ),
};

/** The FHIR version whose name this is, when R4 does not know it. */
export const versionOfForeignType = (type: string): string | undefined =>
  Object.hasOwn(otherVersions, type) ? otherVersions[type] : undefined;
