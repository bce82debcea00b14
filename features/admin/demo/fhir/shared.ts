import { demoHospital, demoInsurer, demoLaboratory, demoOrganization, demoClinic, fhirBase } from '../cast/clinic.ts';
import { demoPractitioners } from '../cast/staff.ts';
import { concept, hl7, type Resource } from './elements.ts';

const organization = (
  { id, name }: { id: string; name: string },
  type: readonly [code: string, words: string],
): Resource => ({ resourceType: 'Organization', id, active: true, type: [hl7('organization-type', ...type)], name });

export const clinicRooms = { id: 'demo-location-clinic', name: `${demoClinic.name}, 2 Juniper Hill Road` } as const;

/** Practitioners, laboratory, hospital and clinic: shared by the patients. */
export const sharedResources = (): Resource[] => [
  {
    ...organization(demoOrganization, ['prov', 'Healthcare Provider']),
    telecom: [{ system: 'phone', value: demoClinic.phone }],
  },
  organization(demoLaboratory, ['prov', 'Healthcare Provider']),
  organization(demoHospital, ['prov', 'Healthcare Provider']),
  organization(demoInsurer, ['ins', 'Insurance Company']),
  {
    resourceType: 'Location',
    id: clinicRooms.id,
    status: 'active',
    name: clinicRooms.name,
    telecom: [{ system: 'phone', value: demoClinic.phone }],
    address: { line: ['2 Juniper Hill Road'], city: 'Fairhaven', state: 'OH', postalCode: '44001', country: 'US' },
  },
  ...demoPractitioners.flatMap((one): Resource[] => [
    {
      resourceType: 'Practitioner',
      id: one.id,
      identifier: [{ system: 'http://hl7.org/fhir/sid/us-npi', value: one.npi }],
      active: true,
      name: [
        {
          text: one.name,
          family: one.family,
          given: [one.given],
          ...(one.prefix ? { prefix: [one.prefix] } : {}),
          ...(one.suffix ? { suffix: [one.suffix] } : {}),
        },
      ],
    },
    {
      resourceType: 'PractitionerRole',
      id: one.id.replace('practitioner', 'role'),
      active: true,
      practitioner: { reference: `Practitioner/${one.id}`, display: one.name },
      organization: { reference: `Organization/${demoOrganization.id}`, display: demoOrganization.name },
      specialty: [concept('snomed', ...one.specialty)],
      location: [{ reference: `Location/${clinicRooms.id}`, display: clinicRooms.name }],
      telecom: [{ system: 'phone', value: demoClinic.phone }],
    },
  ]),
];

/** A bundle as JSON text. */
export const bundleText = (resources: readonly Resource[]): string =>
  JSON.stringify({
    resourceType: 'Bundle',
    type: 'collection',
    entry: resources.map((resource) => ({
      fullUrl: `${fhirBase}/${resource.resourceType}/${resource.id}`,
      resource,
    })),
  });
