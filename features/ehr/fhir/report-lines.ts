import type { FileReport, ImportReport } from './import-files.ts';

/** The report of an import for a terminal: counts per type, what was kept unmatched, what was refused and why. */
export const reportLines = (report: ImportReport): string[] => {
  const lines = report.files.flatMap(refusalLines);
  const types = Object.entries(report.counts).toSorted(([a], [b]) => a.localeCompare(b));
  if (types.length > 0) {
    const width = Math.max(...types.map(([type]) => type.length));
    lines.push(`${'type'.padEnd(width)}   created   updated  unchanged`);
    for (const [type, { created, updated, unchanged }] of types) {
      const numbers = `${String(created).padStart(9)} ${String(updated).padStart(9)} ${String(unchanged).padStart(10)}`;
      lines.push(`${type.padEnd(width)} ${numbers}`);
    }
  }
  const kept = Object.entries(report.unmatched).toSorted(([a], [b]) => a.localeCompare(b));
  if (kept.length > 0) {
    lines.push(
      `references kept as sent, nothing answers to them: ${kept.map(([type, n]) => `${type} ${n}`).join(', ')}`,
    );
  }
  if (report.repeated > 0)
    lines.push(`${report.repeated} resources stand again elsewhere in these files and were taken once`);
  const imported = report.files.length - report.refused;
  lines.push(`${imported} of ${report.files.length} files imported, ${report.resources} resources read`);
  return lines;
};

const refusalLines = (file: FileReport): string[] => {
  if (!file.problem) return [];
  const { entry, path, message } = file.problem;
  const where = entry === null ? path : `entry ${entry}, ${path}`;
  return [`refused: ${file.file}: ${where}: ${message}. Nothing of this file was stored.`];
};
