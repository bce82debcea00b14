import { codeOf, textOf, type FhirDiagnosticReport, type FhirObservation } from './fhir-shapes.ts';
import { interpretObservation, type Result, type ResultState } from './observation.ts';

/** A group of results reported together. */
export type Panel = {
  /** Record id of the report; null when results only share the day. */
  reportId: string | null;
  /** LOINC code of the report, the key into plain/panels.ts; null when the source gave none. */
  loinc: string | null;
  title: string;
  takenAt: string | null;
  status: string;
  /** Who reported or interpreted it, by display name. */
  by: string | null;
  /** The clinician's or laboratory's words on the whole report. */
  conclusion: string | null;
  results: Result[];
  /** Results that the report names and this list does not hold: say so, never hide it. */
  missing: number;
  /** The worst state among the results. */
  worst: ResultState;
};

const rank: readonly ResultState[] = ['unknown', 'in', 'abnormal', 'below', 'above', 'critical'];

/** Negative when the first state is the more serious. */
export const bySeverity = (a: ResultState, b: ResultState): number => rank.indexOf(b) - rank.indexOf(a);

/** The worst of several states. */
export const worstState = (states: readonly ResultState[]): ResultState =>
  states.reduce<ResultState>((worst, state) => (rank.indexOf(state) > rank.indexOf(worst) ? state : worst), 'unknown');

/** A result and its components, whose values speak for it too: the two figures of a blood pressure. */
export const partsOf = (result: Result): Result[] => [result, ...result.components];

const idIn = (reference: string | undefined): string | null =>
  /(?:^|\/)Observation\/([^/]+)/.exec(reference ?? '')?.[1] ?? null;

const newestFirst = (a: { takenAt: string | null }, b: { takenAt: string | null }): number =>
  time(b.takenAt) - time(a.takenAt);

/** Milliseconds of a FHIR date or dateTime, for sorting; unknown dates come last. */
export const time = (text: string | null): number => {
  const parsed = text === null ? Number.NaN : Date.parse(text);
  return Number.isNaN(parsed) ? 0 : parsed;
};

/**
 * Groups results under their reports, newest first. Every observation appears: those in no report
 * come as panels of their own, one per test. A result named by several reports stands in each.
 */
export const groupPanels = (
  reports: readonly FhirDiagnosticReport[],
  observations: readonly FhirObservation[],
  interpret: (observation: FhirObservation) => Result = (observation) => interpretObservation(observation),
): Panel[] => {
  const byId = new Map<string, Result>();
  for (const observation of observations) {
    if (observation.id) byId.set(observation.id, interpret(observation));
  }
  const used = new Set<string>();
  const panels: Panel[] = [];
  for (const report of reports) {
    const ids = (report.result ?? []).map((reference) => idIn(reference.reference));
    const results = ids.flatMap((id) => (id !== null && byId.has(id) ? [byId.get(id)!] : []));
    if (results.length === 0 && !report.conclusion) continue;
    for (const result of results) if (result.id) used.add(result.id);
    panels.push({
      reportId: report.id ?? null,
      loinc: codeOf(report.code, 'http://loinc.org'),
      title: textOf(report.code) ?? '',
      takenAt: report.effectiveDateTime ?? report.effectivePeriod?.start ?? report.issued ?? null,
      status: report.status ?? 'unknown',
      by:
        report.resultsInterpreter?.find((one) => one.display)?.display ??
        report.performer?.find((one) => one.display)?.display ??
        results.find((result) => result.performer)?.performer ??
        null,
      conclusion: report.conclusion ?? null,
      results,
      missing: ids.length - results.length,
      worst: worstState(results.flatMap(partsOf).map((part) => part.state)),
    });
  }
  for (const result of byId.values()) {
    if (result.id !== null && used.has(result.id)) continue;
    panels.push({
      reportId: null,
      loinc: result.loinc,
      title: result.title,
      takenAt: result.takenAt,
      status: result.status,
      by: result.performer,
      conclusion: null,
      results: [result],
      missing: 0,
      worst: worstState(partsOf(result).map((part) => part.state)),
    });
  }
  // Of one moment the most serious comes first, then by name: the order never depends on chance.
  return panels.toSorted((a, b) => newestFirst(a, b) || bySeverity(a.worst, b.worst) || a.title.localeCompare(b.title));
};
