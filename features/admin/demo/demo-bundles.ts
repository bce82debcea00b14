import { bundleText, sharedResources } from './fhir/shared.ts';
import type { Resource } from './fhir/elements.ts';
import type { Start } from './fhir/moments.ts';
import { amaraStory } from './stories/amara.ts';
import { beatriceStory } from './stories/beatrice.ts';
import { thomasStory, tomStory } from './stories/becker.ts';
import { carolStory } from './stories/carol.ts';
import { doloresStory } from './stories/dolores.ts';
import { frankStory } from './stories/frank.ts';
import { haroldStory } from './stories/harold.ts';
import { joaquinStory } from './stories/joaquin.ts';
import { leonardStory } from './stories/leonard.ts';
import { ruthStory } from './stories/ruth.ts';
import { theoStory } from './stories/theo.ts';
import { zoeStory } from './stories/zoe.ts';
import { elenaStory } from './stories/elena.ts';
import { inesStory } from './stories/ines.ts';
import { luciaStory } from './stories/lucia.ts';
import { nadiaStory } from './stories/nadia.ts';
import { owenStory } from './stories/owen.ts';

const stories: Readonly<Record<string, (start: Start) => Resource[]>> = {
  elena: elenaStory,
  lucia: luciaStory,
  owen: owenStory,
  nadia: nadiaStory,
  leonard: leonardStory,
  zoe: zoeStory,
  theo: theoStory,
  ruth: ruthStory,
  frank: frankStory,
  beatrice: beatriceStory,
  carol: carolStory,
  harold: haroldStory,
  amara: amaraStory,
  joaquin: joaquinStory,
  thomas: thomasStory,
  tom: tomStory,
  dolores: doloresStory,
  ines: inesStory,
};

/** Each person's record, by the key of the cast. Dates count back from the start; the same start gives the same records. */
export const demoRecords = (start: Start): ReadonlyMap<string, Resource[]> =>
  new Map(Object.entries(stories).map(([key, story]) => [key, story(start)]));

const bundlesOf = (records: ReadonlyMap<string, Resource[]>): [name: string, text: string][] =>
  [...records].map(([key, resources]) => [`${key}.json`, bundleText(resources)]);

/** The demo's records as bundles of FHIR R4 JSON, by file name: as they came first. */
export const demoBundles = (start: Start): ReadonlyMap<string, string> =>
  new Map([
    ['clinic.json', bundleText(sharedResources())],
    ...bundlesOf(demoRecords(start)),
    ...bundlesOf(new Map([['harold', haroldStory(start, false)]])),
  ]);

/** What a laboratory corrected after people had seen it: the changed resources only. */
export const demoCorrections = (start: Start): ReadonlyMap<string, string> => {
  const before = new Set(haroldStory(start, false).map((one) => JSON.stringify(one)));
  const changed = haroldStory(start).filter((one) => !before.has(JSON.stringify(one)));
  return new Map([['harold-corrected.json', bundleText(changed)]]);
};
