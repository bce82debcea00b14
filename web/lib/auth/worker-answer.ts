type Scope = {
  addEventListener(type: 'message', listener: (event: { data: { id: number; question: never } }) => void): void;
  postMessage(message: unknown): void;
};

/** The worker's side of `workerCall`: answers each question with what `answer` gives. */
export const answerQuestions = <Question, Answer>(answer: (question: Question) => Promise<Answer>): void => {
  const scope = globalThis as unknown as Scope;
  scope.addEventListener('message', ({ data: { id, question } }) => {
    answer(question).then(
      (given) => scope.postMessage({ id, answer: given }),
      (error: unknown) => scope.postMessage({ id, failed: error instanceof Error ? error.name : 'failed' }),
    );
  });
};
