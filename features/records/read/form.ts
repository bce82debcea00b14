import {
  choiceTextOf,
  elementsOf,
  entryOf,
  textOf,
  whenOf,
  whoOf,
  type Element,
  type Entry,
  type FhirResource,
  type Who,
} from './elements.ts';

/** One question of a form, in its order; `depth` 0 for the form's own, 1 for those of a group ... */
export type FormLine = { depth: number; question: string; answers: string[] };

export type Form = Entry & {
  /** The last part of the questionnaire's address: the only name that came. */
  name: string | null;
  state: 'complete' | 'in-progress' | 'stopped' | 'withdrawn' | 'unknown';
  at: string | null;
  author: Who | null;
  source: Who | null;
  lines: FormLine[];
};

const states: Readonly<Record<string, Form['state']>> = {
  completed: 'complete',
  amended: 'complete',
  'in-progress': 'in-progress',
  stopped: 'stopped',
  'entered-in-error': 'withdrawn',
};

const depthLimit = 10;

const linesOf = (items: readonly Element[], depth: number): FormLine[] =>
  depth > depthLimit
    ? []
    : items.flatMap((item) => {
        const answers = elementsOf(item.answer);
        const line = {
          depth,
          question: textOf(item.text) ?? textOf(item.linkId) ?? '',
          answers: answers.flatMap((answer) => choiceTextOf(answer, 'value') ?? []),
        };
        const inner = [...elementsOf(item.item), ...answers.flatMap((answer) => elementsOf(answer.item))];
        return [line, ...linesOf(inner, depth + 1)];
      });

/** Reads a QuestionnaireResponse. */
export const readForm = (resource: FhirResource): Form => ({
  ...entryOf(resource),
  name: textOf(resource.questionnaire)?.split(/[/|]/).filter(Boolean).at(-1) ?? null,
  state: states[textOf(resource.status) ?? ''] ?? 'unknown',
  at: whenOf(resource, 'authored'),
  author: whoOf(resource.author, resource),
  source: whoOf(resource.source, resource),
  lines: linesOf(elementsOf(resource.item), 0),
});
