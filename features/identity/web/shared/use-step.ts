import { useState, type FormEvent } from 'react';
import type { FieldProblem } from '../../../../web/ui/ErrorSummary.tsx';

type Step = {
  problems: readonly FieldProblem[];
  pending: boolean;
  /** For `<form onSubmit>`: checks, then acts; what `act` throws becomes one problem. */
  submit: (event: FormEvent<HTMLFormElement>) => void;
  /** The message of one field. */
  errorOf: (field: string) => FieldProblem['message'] | undefined;
  /** Takes back what was said: the answers have changed since. */
  clear: () => void;
};

type Rules = {
  check: (form: FormData) => FieldProblem[];
  act: (form: FormData) => Promise<void>;
  refused: (error: unknown) => FieldProblem;
};

/** One question page: check the answers here, act, or say what to mend. */
export const useStep = ({ check, act, refused }: Rules): Step => {
  const [problems, setProblems] = useState<readonly FieldProblem[]>([]);
  const [pending, setPending] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending) return;
    const form = new FormData(event.currentTarget);
    const found = check(form);
    setProblems(found);
    if (found.length > 0) return;
    setPending(true);
    act(form)
      .catch((error: unknown) => setProblems([refused(error)]))
      .finally(() => setPending(false));
  };
  return {
    problems,
    pending,
    submit,
    clear: () => setProblems((current) => (current.length === 0 ? current : [])),
    errorOf: (field) => problems.find((problem) => problem.field === field)?.message,
  };
};
