import { reasonFor, reasons } from './reasons.ts';
import type { ElementUse, Use } from './survey.ts';

const head = `# What of a record is shown

Made by \`node tools/write-coverage.ts\` from the sample records (12 Synthea patients, 66 notes, 112 US Core examples);
\`features/ehr/coverage/coverage.test.ts\` compares. Nobody wrote this table: every resource is read by the same readers as
the screens use, through a proxy that notes each value that is looked at.

- **shown**: the value itself stands in what the screens are given.
- **used**: looked at, and given by its meaning: a status as words, a code as a name, a link as a link.
- **not shown**: nothing looks at it; the reasons are below. It is stored all the same, and goes with an export.

A screen may show fewer lines than it is given; "visit every page" tests see to that.
`;

const byName = (a: ElementUse, b: ElementUse): number =>
  a.type < b.type ? -1 : a.type > b.type ? 1 : a.path < b.path ? -1 : a.path > b.path ? 1 : 0;

const sum = (elements: readonly ElementUse[], use: Use): number =>
  elements.reduce((total, element) => total + element.uses[use], 0);

const summary = (elements: readonly ElementUse[], resources: ReadonlyMap<string, number>): string[] => [
  '## By kind',
  '',
  '| resource | records | values | shown | used | not shown |',
  '|---|---:|---:|---:|---:|---:|',
  ...[...Map.groupBy(elements, ({ type }) => type).entries()].map(([type, own]) => {
    const uses = (['shown', 'used', 'unread'] as const).map((use) => sum(own, use));
    return `| ${type} | ${resources.get(type)} | ${uses.reduce((a, b) => a + b, 0)} | ${uses.join(' | ')} |`;
  }),
  '',
];

const unshown = (elements: readonly ElementUse[]): string[] => {
  const unread = elements.filter(({ uses }) => uses.unread > 0);
  const byReason = Map.groupBy(unread, ({ type, path }) => reasonFor(type, path) ?? 'No reason yet.');
  return [
    '## Not shown, and why',
    '',
    ...[...reasons.map(({ about }) => about), 'No reason yet.'].flatMap((about) => {
      const own = byReason.get(about);
      if (!own) return [];
      const paths = own.map(({ type, path, uses }) => `\`${type}.${path}\` (${uses.unread})`);
      return [`**${about}**`, '', `${paths.join(', ')}`, ''];
    }),
  ];
};

const useOf = ({ uses }: ElementUse): string =>
  (['shown', 'used', 'unread'] as const)
    .filter((use) => uses[use] > 0)
    .map((use) => (use === 'unread' ? 'not shown' : use))
    .join(', ');

const everyElement = (elements: readonly ElementUse[]): string[] =>
  [...Map.groupBy(elements, ({ type }) => type).entries()].flatMap(([type, own]) => [
    `### ${type}`,
    '',
    '| element | values | |',
    '|---|---:|---|',
    ...own.map((element) => `| ${element.path} | ${element.values} | ${useOf(element)} |`),
    '',
  ]);

/** docs/record-coverage.md for a survey. */
export const coverageDocument = (survey: {
  elements: readonly ElementUse[];
  resources: ReadonlyMap<string, number>;
}): string => {
  const elements = survey.elements.toSorted(byName);
  return [
    head,
    ...summary(elements, survey.resources),
    ...unshown(elements),
    '## Every element',
    '',
    ...everyElement(elements),
  ].join('\n');
};
