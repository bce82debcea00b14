import { Plural, Trans } from '@lingui/react/macro';
import { CircleSlash, Hourglass } from 'lucide-react';
import type { ReactNode } from 'react';
import { Pill } from '../../../../../web/ui/Pill.tsx';
import type { FhirResource } from '../../../read/elements.ts';
import { readForm, type Form } from '../../../read/form.ts';
import { readImaging, type Imaging } from '../../../read/imaging.ts';
import { readOther, type Other } from '../../../read/other.ts';
import { Dotted, Entry } from '../list/Entry.tsx';
import { NotesText } from '../list/NotesText.tsx';
import { WhenText } from '../list/WhenText.tsx';
import { WhoName } from '../list/WhoName.tsx';

export type DocumentItem =
  | ({ is: 'form' } & Form)
  | ({ is: 'imaging' } & Imaging)
  | ({ is: 'other'; title: string } & Other);

/** A form, a set of pictures, or another document. */
export const readDocument = (resource: FhirResource): DocumentItem => {
  if (resource.resourceType === 'QuestionnaireResponse') return { is: 'form', ...readForm(resource) };
  if (resource.resourceType === 'ImagingStudy' || resource.resourceType === 'Media')
    return { is: 'imaging', ...readImaging(resource) };
  return { is: 'other', ...readOther(resource) };
};

export const DocumentName = ({ item }: { item: DocumentItem }): ReactNode => {
  if (item.is === 'form') return item.name ? <bdi>{item.name}</bdi> : <Trans>Form</Trans>;
  return item.title ? <bdi>{item.title}</bdi> : item.is === 'imaging' ? <Trans>Images</Trans> : <Trans>Document</Trans>;
};

export const DocumentState = ({ item }: { item: DocumentItem }) => {
  if (item.withdrawn) {
    return (
      <Pill tone="quiet" icon={CircleSlash}>
        <Trans>Entered by mistake</Trans>
      </Pill>
    );
  }
  return item.is === 'form' && item.state === 'in-progress' ? (
    <Pill tone="warn" icon={Hourglass}>
      <Trans>Not finished</Trans>
    </Pill>
  ) : null;
};

const FormLines = ({ form }: { form: Form }) => (
  <dl className="space-y-2">
    {form.lines.map(({ question, answers, depth }, index) => (
      <div key={`${index} ${question}`} className={depth > 0 ? 'border-l-2 border-line pl-3' : ''}>
        <dt className="text-sm text-ink-2">{question}</dt>
        <dd>{answers.join(', ') || '–'}</dd>
      </div>
    ))}
  </dl>
);

const Pictures = ({ imaging }: { imaging: Imaging }) => {
  const images = Number(imaging.imageCount ?? 0);
  return (
    <>
      {images > 0 ? (
        <p className="mt-1 text-sm text-ink-2">
          <Plural value={images} one="# picture" other="# pictures" />
        </p>
      ) : null}
      <p className="mt-1 text-sm text-ink-2">
        <Trans>The pictures are in the clinic's own archive. Call us to get a copy.</Trans>
      </p>
    </>
  );
};

/** One form with its answers, or what is known of a set of pictures. */
export const DocumentEntry = ({ item }: { item: DocumentItem }) => (
  <Entry
    title={<DocumentName item={item} />}
    flags={<DocumentState item={item} />}
    when={
      <Dotted
        parts={[
          item.at ? <WhenText at={item.at} short /> : <Trans>No date given</Trans>,
          ...(item.is === 'imaging'
            ? [item.modalities.join(', '), item.bodySites.join(', '), item.by?.name, item.reasons.join(', ')]
            : item.is === 'form'
              ? [<WhoName key="who" who={item.author} />]
              : [item.categories.join(', '), item.facts.join(', ')]),
        ]}
      />
    }
    more={
      item.is === 'form' && item.lines.length > 0
        ? { label: <Trans>Questions and answers</Trans>, content: <FormLines form={item} /> }
        : undefined
    }
  >
    {item.is === 'imaging' ? <Pictures imaging={item} /> : null}
    <NotesText notes={item.notes} />
  </Entry>
);
