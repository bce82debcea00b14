/** What other features may use of the EHR gateway. */
export { importFhirFiles, type FileReport, type ImportDeps, type ImportReport } from './fhir/import-files.ts';
export { reportLines } from './fhir/report-lines.ts';
