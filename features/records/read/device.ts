import {
  conceptOf,
  elementsOf,
  entryOf,
  textOf,
  whenOf,
  whoOf,
  wordsOf,
  type Concept,
  type Entry,
  type FhirResource,
  type Who,
} from './elements.ts';

export type Device = Entry & {
  name: string;
  concept: Concept | null;
  state: 'active' | 'inactive' | 'withdrawn' | 'unknown';
  /** The unique device identifier as printed on the card of an implant; `udiDevice` names the model alone. */
  udi: string[];
  udiDevice: string[];
  identifier: string | null;
  manufacturer: string | null;
  model: string | null;
  serial: string | null;
  lot: string | null;
  made: string | null;
  expires: string | null;
  owner: Who | null;
  place: Who | null;
  safety: string[];
  /** Of a DeviceUseStatement: since when it is used, and why. */
  usedAt: string | null;
  reasons: string[];
};

const states: Readonly<Record<string, Device['state']>> = {
  '': 'active',
  active: 'active',
  inactive: 'inactive',
  completed: 'inactive',
  stopped: 'inactive',
  'entered-in-error': 'withdrawn',
};

/** Reads a Device or a DeviceUseStatement. */
export const readDevice = (resource: FhirResource): Device => {
  const concept = conceptOf(resource.type);
  const names = elementsOf(resource.deviceName).flatMap((one) => textOf(one.name) ?? []);
  const carriers = elementsOf(resource.udiCarrier);
  return {
    ...entryOf(resource),
    name: names[0] ?? concept?.text ?? whoOf(resource.device, resource)?.name ?? '',
    concept,
    state: states[textOf(resource.status) ?? ''] ?? 'unknown',
    udi: carriers.flatMap((one) => textOf(one.carrierHRF) ?? []),
    udiDevice: carriers.flatMap((one) => textOf(one.deviceIdentifier) ?? []),
    identifier: textOf(resource.distinctIdentifier),
    manufacturer: textOf(resource.manufacturer),
    model: textOf(resource.modelNumber),
    serial: textOf(resource.serialNumber),
    lot: textOf(resource.lotNumber),
    made: textOf(resource.manufactureDate),
    expires: textOf(resource.expirationDate),
    owner: whoOf(resource.owner, resource),
    place: whoOf(resource.location, resource),
    safety: wordsOf(resource.safety),
    usedAt: whenOf(resource, 'timingDateTime', 'timingPeriod', 'recordedOn'),
    reasons: wordsOf(resource.reasonCode),
  };
};
