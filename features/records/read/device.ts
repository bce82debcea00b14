import { nameOf, notesOf, whoOf, type Annotation, type Concept, type Reference } from './concept.ts';

export type FhirDevice = {
  resourceType?: string;
  id?: string;
  status?: string;
  type?: Concept;
  deviceName?: { name?: string; type?: string }[];
  device?: Reference;
  manufacturer?: string;
  manufactureDate?: string;
  expirationDate?: string;
  lotNumber?: string;
  serialNumber?: string;
  modelNumber?: string;
  distinctIdentifier?: string;
  udiCarrier?: { deviceIdentifier?: string; carrierHRF?: string }[];
  note?: Annotation[];
  recordedOn?: string;
};

export type Device = {
  id: string;
  name: string | null;
  /** The maker's own name, where it differs. */
  label: string | null;
  status: string | null;
  isWithdrawn: boolean;
  maker: string | null;
  model: string | null;
  lot: string | null;
  serial: string | null;
  /** Unique device identifier, as printed. */
  udi: string | null;
  madeAt: string | null;
  expiresAt: string | null;
  notes: string[];
};

/** Reads a FHIR R4 Device, or a DeviceUseStatement that names one. */
export const readDevice = (resource: FhirDevice): Device => {
  const name = nameOf(resource.type);
  const label = nameOf({ text: resource.deviceName?.find((one) => one.name)?.name ?? '' });
  const carrier = resource.udiCarrier?.[0];
  return {
    id: resource.id ?? '',
    name: name ?? label ?? whoOf(resource.device),
    label: label === name ? null : label,
    status: resource.status ?? null,
    isWithdrawn: resource.status === 'entered-in-error',
    maker: resource.manufacturer ?? null,
    model: resource.modelNumber ?? null,
    lot: resource.lotNumber ?? null,
    serial: resource.serialNumber ?? null,
    udi: carrier?.carrierHRF ?? carrier?.deviceIdentifier ?? resource.distinctIdentifier ?? null,
    madeAt: resource.manufactureDate ?? null,
    expiresAt: resource.expirationDate ?? null,
    notes: notesOf(resource.note),
  };
};
