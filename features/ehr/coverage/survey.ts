import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseExact, readResource, type FhirResource } from '#features/records/index.ts';
import { observed, valuesOf } from './observe.ts';

/**
 * `shown`: the value itself stands in what a reader gives the screens. `used`: a reader looked at it and gives
 * what it means (a code, a status, a link). `unread`: nothing looks at it.
 */
export type Use = 'shown' | 'used' | 'unread';

export type ElementUse = { type: string; path: string; values: number; uses: Record<Use, number> };

const folders = ['fhir-synthea', 'fhir-synthea-notes-2025', 'fhir-us-core-examples'] as const;

const resourcesIn = (file: string): FhirResource[] => {
  const content = parseExact(readFileSync(file, 'utf8')) as FhirResource & { entry?: { resource?: FhirResource }[] };
  return content.resourceType === 'Bundle'
    ? (content.entry ?? []).flatMap(({ resource }) => (resource ? [resource] : []))
    : [content];
};

/** The form in which the importer stores references: `Type/<id>`. The ids here are stand-ins. */
const asStored = (resource: FhirResource): FhirResource => {
  const store = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(store);
    if (typeof node !== 'object' || node === null) return node;
    return Object.fromEntries(
      Object.entries(node).map(([name, child]) => [
        name,
        name === 'reference' && typeof child === 'string' && !child.startsWith('#')
          ? storedReference(child)
          : store(child),
      ]),
    );
  };
  return store(resource) as FhirResource;
};

const standInId = '00000000-0000-8000-8000-000000000000';
const storedReference = (text: string): string => {
  const type = /([A-Z][A-Za-z]+)(?:\/|\?)/.exec(text)?.[1];
  return `${type ?? 'Encounter'}/${standInId}`;
};

/** Texts inside of a reading, for "does this value stand in it". */
const textsIn = (reading: unknown): Set<string> => new Set(valuesOf(reading).map(({ value }) => String(value)));

/** What becomes of every value of the sample records. @param samples the folder PORTICO_SAMPLES */
export const surveySamples = (samples: string): { elements: ElementUse[]; resources: Map<string, number> } => {
  const elements = new Map<string, ElementUse>();
  const resources = new Map<string, number>();
  for (const folder of folders) {
    for (const file of globSync('*.json', { cwd: join(samples, folder) }).toSorted()) {
      for (const sent of resourcesIn(join(samples, folder, file))) {
        const resource = asStored(sent);
        const type = resource.resourceType ?? '';
        resources.set(type, (resources.get(type) ?? 0) + 1);
        const looked = new Set<string>();
        const texts = textsIn(readResource(observed(resource, (path) => void looked.add(path))));
        const whole = [...texts].join('\n');
        for (const { path, value } of valuesOf(resource)) {
          const key = `${type}.${path}`;
          const element = elements.get(key) ?? { type, path, values: 0, uses: { shown: 0, used: 0, unread: 0 } };
          elements.set(key, element);
          element.values++;
          const text = String(value);
          const isShown = looked.has(path) && (texts.has(text) || (text.length > 3 && whole.includes(text)));
          element.uses[isShown ? 'shown' : looked.has(path) ? 'used' : 'unread']++;
        }
      }
    }
  }
  return { elements: [...elements.values()], resources };
};
