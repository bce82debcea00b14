type Tell = { element: string; version: string };

const old = 'FHIR DSTU2 or STU3';
const newer = 'FHIR R5 or later';

/** Elements that only another version has, or has in another shape. */
const elements: Readonly<Record<string, readonly [element: string, version: string][]>> = {
  Observation: [
    ['context', old],
    ['related', old],
    ['comments', old],
    ['triggeredBy', newer],
    ['bodyStructure', newer],
  ],
  DiagnosticReport: [
    ['context', old],
    ['codedDiagnosis', old],
    ['image', old],
  ],
  Condition: [
    ['context', old],
    ['dateRecorded', old],
  ],
  Procedure: [
    ['context', old],
    ['notDone', old],
    ['notPerformed', old],
    ['occurrenceDateTime', newer],
    ['occurrencePeriod', newer],
    ['reported', newer],
  ],
  MedicationRequest: [
    ['context', old],
    ['medication', newer],
  ],
  MedicationStatement: [['medication', newer]],
  Immunization: [
    ['notGiven', old],
    ['wasNotGiven', old],
    ['vaccinationProtocol', old],
  ],
  Patient: [
    ['animal', old],
    ['careProvider', old],
  ],
  Encounter: [
    ['patient', old],
    ['actualPeriod', newer],
    ['admission', newer],
  ],
  DocumentReference: [
    ['class', old],
    ['indexed', old],
    ['modality', newer],
  ],
};

/**
 * What shows that a resource was written for another version of FHIR: reading such a resource as R4
 * would silently lose what it says.
 */
export const foreignVersionTell = (resource: Readonly<Record<string, unknown>>, type: string): Tell | undefined => {
  for (const [element, version] of elements[type] ?? []) {
    if (Object.hasOwn(resource, element)) return { element, version };
  }
  const text = (element: string, version: string): Tell | undefined =>
    typeof resource[element] === 'string' ? { element, version } : undefined;
  switch (type) {
    case 'Encounter':
      return Array.isArray(resource.class) ? { element: 'class', version: newer } : text('class', old);
    case 'Condition':
      return text('clinicalStatus', old) ?? text('verificationStatus', old) ?? text('category', old);
    case 'AllergyIntolerance':
      return (
        text('clinicalStatus', old) ??
        (typeof resource.type === 'object' && resource.type !== null ? { element: 'type', version: newer } : undefined)
      );
    case 'Observation':
      return resource.category !== undefined && !Array.isArray(resource.category)
        ? { element: 'category', version: old }
        : undefined;
    case 'CarePlan':
      return Array.isArray(resource.subject) ? { element: 'subject', version: old } : undefined;
    case 'DocumentReference':
      return Array.isArray(resource.context) ? { element: 'context', version: newer } : undefined;
    case 'Goal':
      return text('lifecycleStatus', '') ? undefined : text('description', old);
    default:
      return undefined;
  }
};
