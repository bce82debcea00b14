import { parseExact } from '../exact-json.ts';
import { criticalLimits } from '../critical-limits.ts';
import type { FhirObservation } from '../fhir-shapes.ts';
import { interpretObservation } from '../observation.ts';
import { recordIdsIn, type FhirResource } from '../read/elements.ts';
import { codingsIn } from './kind-of-news.ts';
import type { CheckedResource } from './r4-check.ts';

/** A dangerous value waits for nothing that its patient chose: it opens at once, with the reports that hold it. */

const limited = new Set(criticalLimits.flatMap(({ loinc }) => loinc));

const mayBeCritical = (resource: CheckedResource): boolean =>
  Array.isArray(resource.interpretation) ||
  Array.isArray(resource.component) ||
  codingsIn(resource.code).some(({ code }) => limited.has(code));

/** As every screen reads it; without an age, which is not known here, the limits of adults hold. */
export const isCritical = (resource: CheckedResource, text: string): boolean => {
  if (resource.resourceType !== 'Observation' || !mayBeCritical(resource)) return false;
  const result = interpretObservation(parseExact(text) as FhirObservation);
  return [result, ...result.components].some(({ state }) => state === 'critical');
};

/** The results that a report or panel names. */
export const partIdsOf = (resource: FhirResource): string[] => {
  if (resource.resourceType === 'DiagnosticReport') return recordIdsIn(resource.result, 'Observation');
  return resource.resourceType === 'Observation' ? recordIdsIn(resource.hasMember, 'Observation') : [];
};

type Part = {
  readonly recordId: string;
  readonly bodyIds: readonly string[];
  readonly partIds: readonly string[];
  readonly isCritical: boolean;
};

/** Record ids of the dangerous values of a delivery, and of the panels and reports in it that hold one, with their files. */
export const dangerousIn = (resources: readonly Part[]): Set<string> => {
  const found = new Set(resources.filter((one) => one.isCritical).map(({ recordId }) => recordId));
  if (found.size === 0) return found;
  const holders = resources.filter(({ partIds }) => partIds.length > 0);
  // A panel in a panel in a report is as deep as it gets.
  for (let depth = 0; depth < 3; depth++) {
    for (const holder of holders) {
      if (!holder.partIds.some((id) => found.has(id))) continue;
      for (const id of [holder.recordId, ...holder.bodyIds]) found.add(id);
    }
  }
  return found;
};

/** Reports and panels, with their files, beside each result that they name and that came before this delivery, if at all. */
export const heldBeside = (resources: readonly Part[]): { ids: string[]; partIds: string[] } => {
  const here = new Set(resources.map(({ recordId }) => recordId));
  const pairs = resources.flatMap(({ recordId, bodyIds, partIds }) =>
    partIds
      .filter((part) => !here.has(part))
      .flatMap((part) => [recordId, ...bodyIds].map((id) => [id, part] as const)),
  );
  return { ids: pairs.map(([id]) => id), partIds: pairs.map(([, part]) => part) };
};
