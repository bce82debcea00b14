import { useLingui as useLocale } from '@lingui/react';
import { Trans, useLingui } from '@lingui/react/macro';
import { useId, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { usePageKeys } from '../../../../../web/staff/shortcuts.ts';
import { writtenLanguage } from '../../../../../web/lib/written-language.ts';
import { Button } from '../../../../../web/ui/Button.tsx';
import { FieldError } from '../../../../../web/ui/Field.tsx';
import { IdentityLine, type Identity } from '../../../../../web/ui/IdentityHeader.tsx';
import { COMMENT_LIMIT } from '../../../comments/contract.ts';
import { draftOf, keepDraft, post, useOutgoing } from './outbox.ts';

type Props = {
  patientId: string;
  recordId: string;
  patient: Identity;
  title: string;
  onPosted?: () => void;
};

/** A comment for the patient: whom it is for stands beside the button, and ten seconds remain to take it back. */
export const Composer = ({ patientId, recordId, patient, title, onPosted }: Props) => {
  const { t } = useLingui();
  const locale = useLocale().i18n.locale;
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  // A comment that was taken back is here again: the count of what is on its way tells when.
  const onTheWay = useOutgoing().filter((one) => one.recordId === recordId).length;
  const [text, setText] = useState(() => draftOf(recordId));
  const [before, setBefore] = useState(onTheWay);
  const [isEmpty, setIsEmpty] = useState(false);
  if (onTheWay !== before) {
    setBefore(onTheWay);
    if (onTheWay < before && text === '') setText(draftOf(recordId));
  }
  usePageKeys((key) => {
    if (key !== 'c') return false;
    field.current?.focus();
    return field.current !== null;
  });
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    const words = text.trim();
    setIsEmpty(words === '');
    if (words === '') {
      field.current?.focus();
      return;
    }
    const language = writtenLanguage(words) ?? (locale === 'es' ? 'es' : 'en');
    post({ patientId, recordId, name: patient.name, title, text: words, language });
    setText('');
    onPosted?.();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
    // Out of the field, so that single keys move through the list again.
    if (event.key === 'Escape') field.current?.blur();
  };
  return (
    <form noValidate onSubmit={submit} className="screen-only rounded-card border border-line bg-surface p-4">
      <label htmlFor={id} className="mb-1 block font-semibold">
        <Trans>Comment for the patient</Trans>
      </label>
      <p id={`${id}-hint`} className="mb-1.5 text-sm text-ink-2">
        <Trans>It stands first with the result. Say what it means and what is next, in plain words.</Trans>
      </p>
      {isEmpty ? (
        <FieldError id={`${id}-error`}>
          <Trans>Write a comment first</Trans>
        </FieldError>
      ) : null}
      <textarea
        ref={field}
        id={id}
        rows={4}
        value={text}
        maxLength={COMMENT_LIMIT}
        aria-describedby={isEmpty ? `${id}-error ${id}-hint` : `${id}-hint`}
        aria-invalid={isEmpty || undefined}
        aria-keyshortcuts="c"
        onKeyDown={onKey}
        onChange={(event) => {
          setText(event.target.value);
          keepDraft(recordId, event.target.value);
        }}
        className="w-full rounded-control border border-control bg-surface px-3 py-2"
      />
      <div className="mt-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <IdentityLine patient={patient} />
        <Button type="submit" title={t`Control and Enter`}>
          <Trans>Send to {patient.name}</Trans>
        </Button>
      </div>
    </form>
  );
};
