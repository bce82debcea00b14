/** The demo clinic, in Ohio. It and all of its people are made up. */
export const demoClinic = {
  name: 'Juniper Hill Clinic',
  phone: '555-0100',
  timeZone: 'America/New_York',
} as const;

const domain = 'juniperhill.example';
export const mail = (name: string): string => `${name}@${domain}`;
/** Authority of the clinic's record numbers. */
export const recordNumbers = `https://${domain}/record-number`;
export const fhirBase = `https://${domain}/fhir`;

export const demoOrganization = { id: 'demo-organization-clinic', name: demoClinic.name } as const;
export const demoLaboratory = { id: 'demo-organization-lab', name: 'Fairhaven Regional Laboratory' } as const;
export const demoHospital = { id: 'demo-organization-hospital', name: 'Fairhaven Community Hospital' } as const;
export const demoInsurer = { id: 'demo-organization-insurer', name: 'Lakeshore Mutual Health Plan' } as const;
