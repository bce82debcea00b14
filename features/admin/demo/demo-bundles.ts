import { bundleText, sharedResources } from './fhir/shared.ts';
import type { Resource } from './fhir/elements.ts';
import { thomasStory, tomStory } from './stories/becker.ts';
import { elenaStory } from './stories/elena.ts';
import { inesStory } from './stories/ines.ts';
import { luciaStory } from './stories/lucia.ts';
import { nadiaStory } from './stories/nadia.ts';
import { owenStory } from './stories/owen.ts';

const stories: Readonly<Record<string, (now: Date) => Resource[]>> = {
  elena: elenaStory,
  lucia: luciaStory,
  owen: owenStory,
  nadia: nadiaStory,
  thomas: thomasStory,
  tom: tomStory,
  ines: inesStory,
};

/** Each person's record, by the key of the cast. Dates count back from `now`; the same moment gives the same records. */
export const demoRecords = (now: Date): ReadonlyMap<string, Resource[]> =>
  new Map(Object.entries(stories).map(([key, story]) => [key, story(now)]));

/** The demo's records as bundles of FHIR R4 JSON, by file name. */
export const demoBundles = (now: Date): ReadonlyMap<string, string> =>
  new Map([
    ['clinic.json', bundleText(sharedResources())],
    ...[...demoRecords(now)].map(([key, resources]): [string, string] => [`${key}.json`, bundleText(resources)]),
  ]);
