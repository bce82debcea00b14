import {
  interpretObservation,
  parseExact,
  textOf,
  type FhirDiagnosticReport,
  type FhirObservation,
  type Person,
  type Result,
} from '#features/records/index.ts';
import type { ChangeKind, Reading } from './contract.ts';

/** How a result or report reads at one moment: what is compared, kept and shown side by side. Pure. */
type Resource = (FhirObservation & { resourceType: 'Observation' }) | FhirDiagnosticReport;

const valueText = ({ value }: Result): string | null => {
  if (value.kind === 'absent') return value.reason;
  return value.kind === 'text' ? value.text : `${value.comparator ?? ''}${value.text}`;
};

const unitOf = ({ value }: Result): string | null => (value.kind === 'quantity' ? value.unit : null);

const readObservation = (observation: FhirObservation, person: Person): Reading => {
  const result = interpretObservation(observation, person);
  // A part may be the critical one: the whole then is.
  const isCritical = [result, ...result.components].some((one) => one.state === 'critical');
  return {
    title: result.title,
    text: valueText(result),
    unit: unitOf(result),
    range: result.range?.from === 'lab' ? result.range.text : null,
    flag: result.labFlag?.text ?? null,
    state: isCritical ? 'critical' : result.state,
    status: result.status,
    withdrawn: result.withdrawn,
    takenAt: result.takenAt,
    parts: result.components.map((part) => ({
      title: part.title,
      text: [valueText(part), unitOf(part)].filter(Boolean).join(' '),
    })),
  };
};

const withdrawnStatus: readonly string[] = ['entered-in-error', 'cancelled'];

const readReport = (report: FhirDiagnosticReport): Reading => ({
  title: textOf(report.code) ?? '',
  text: report.conclusion ?? null,
  unit: null,
  range: null,
  flag: null,
  state: 'unknown',
  status: report.status ?? 'unknown',
  withdrawn: withdrawnStatus.includes(report.status ?? ''),
  takenAt: report.effectiveDateTime ?? report.effectivePeriod?.start ?? report.issued ?? null,
  parts: [],
});

/** @param bytes a stored Observation or DiagnosticReport */
export const readingOf = (bytes: Buffer, person: Person): Reading => {
  const resource = parseExact(bytes.toString()) as Resource;
  return resource.resourceType === 'Observation'
    ? readObservation(resource as FhirObservation, person)
    : readReport(resource as FhirDiagnosticReport);
};

/** Whether our own limits made it critical, so that the clinic's setting can leave it to the laboratory's flag. */
export const isCriticalByLab = (bytes: Buffer, person: Person): boolean => {
  const result = interpretObservation(parseExact(bytes.toString()) as FhirObservation, person);
  return [result, ...result.components].some((one) => one.criticalBy === 'lab');
};

const whatItSays = ({ title, text, unit, range, flag, state, withdrawn, takenAt, parts }: Reading): string =>
  JSON.stringify([title, text, unit, range, flag, state, withdrawn, takenAt, parts]);

export const saysSame = (a: Reading, b: Reading): boolean => whatItSays(a) === whatItSays(b);

const correctedStatus: readonly string[] = ['corrected', 'amended', 'appended'];

/**
 * What became of a reading, or null when it says the same: a final report that repeats the preliminary one is no
 * correction, whatever else the sender changed in it. Saying "corrected" is one, as the sender means it so.
 */
export const changeOf = (before: Reading, now: Reading): ChangeKind | null => {
  const isSame = saysSame(before, now);
  if (now.withdrawn) return isSame ? null : 'withdrawn';
  const isNewlyCorrected = correctedStatus.includes(now.status) && before.status !== now.status;
  if (isNewlyCorrected) return 'corrected';
  if (isSame) return null;
  return correctedStatus.includes(now.status) ? 'corrected' : 'changed';
};

/** "3.1 mmol/L", for one line of text. */
export const lineOf = ({ text, unit, parts }: Reading): string =>
  [text, unit].filter(Boolean).join(' ') || parts.map((part) => `${part.title} ${part.text}`).join(', ') || '–';
