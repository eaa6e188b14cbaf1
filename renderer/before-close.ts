import { bridge } from './bridge';

const works = new Set<() => Promise<unknown>>();

/** `work` is waited for before the window closes; the answer takes it off again. */
export function beforeClose(work: () => Promise<unknown>): () => void {
  works.add(work);
  return () => void works.delete(work);
}

/** Keeps everything that is not kept yet; what cannot be kept has said so itself. */
export async function keepEverything(): Promise<void> {
  await Promise.allSettled([...works].map((work) => work()));
}

/** Answers the main process's question before the window closes, once everything is kept that can be. */
export function answerCloseQuestions(): () => void {
  return bridge.listen('app:close-asked', () => {
    void keepEverything().then(() => bridge.ask('app:let-close', {}));
  });
}
