// Which components web/ui offers, and which of them the design system's page shows.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'rolldown/utils';
import { listFiles } from '../tidy/source-files.ts';

/** Drawn by another component only, which has its stories. */
const parts = ['web/ui/chart/ChartAxes.tsx', 'web/ui/chart/ChartBands.tsx', 'web/ui/chart/TrendPoint.tsx'];
/** Two frames around a page that the router draws; PublicFrame and RouteProblem are what is seen. */
const invisible = ['PublicShell', 'RootProblem'];

/** Every component that a screen may use, as `file#Name`. */
export const offered = (): string[] =>
  listFiles(['.tsx'])
    .filter(({ path: file }) => file.startsWith('web/ui/') && !parts.includes(file))
    .flatMap(({ path: file, text }) =>
      parseSync(file, text)
        .module.staticExports.flatMap(({ entries }) => entries.map(({ exportName }) => exportName.name ?? ''))
        .filter((name) => /^[A-Z]\w*$/.test(name) && new RegExp(`export (?:const|function) ${name}\\b`).test(text))
        .filter((name) => !invisible.includes(name))
        .map((name) => `${file}#${name}`),
    );

/** Every component that a story imports, as `file#Name`. */
export const shown = (): Set<string> =>
  new Set(
    listFiles(['.tsx'])
      .filter(({ path: file }) => file.startsWith('web/design/'))
      .flatMap(({ path: file, text }) =>
        parseSync(file, text).module.staticImports.flatMap(({ moduleRequest, entries }) =>
          entries.map(
            ({ importName }) =>
              `${path.posix.join(path.posix.dirname(file), moduleRequest.value)}#${importName.name ?? ''}`,
          ),
        ),
      ),
  );

/** The names of the groups, as the page's own list has them. */
export const groupNames = (): string[] =>
  [...readFileSync('web/design/groups.ts', 'utf8').matchAll(/^ {2}(\w+): \{ title:/gm)].map(([, name]) => name!);
