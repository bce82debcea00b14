import { importFhirFiles, reportLines } from '#features/ehr/index.ts';
import { CommandFailed, type Command } from './command.ts';
import { settleLog, withPortico } from './with-portico.ts';

/**
 * `portico import fhir FILE...`: each file is stored whole or not at all. Exit
 * code 1 when a file was refused; the others are stored all the same.
 */
export const importFiles: Command = async ([format, ...paths]) => {
  if (format !== 'fhir' || paths.length === 0) throw new CommandFailed('Usage: portico import fhir FILE...', 2);
  return withPortico(async (opened) => {
    const { log, portico } = opened;
    const report = await importFhirFiles(paths, {
      importer: portico.importer,
      intake: portico.records.intake,
      recordIds: portico.records.recordIds,
      pool: portico.pools.app_importer,
      sealer: portico.sealers.app_importer,
      onDefect: (error) => log.error('a file could not be stored', { error }),
    });
    await settleLog(opened);
    process.stdout.write(`${reportLines(report).join('\n')}\n`);
    return report.refused > 0 ? 1 : 0;
  });
};
