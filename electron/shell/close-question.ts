// Asks the page, before its window closes, to keep what is not kept yet. Must never hold a window up for long.

/** Keeping takes some milliseconds, and a few seconds for the bytes of a large file; a page that hangs would take forever. */
const waitLimitMs = 5000;

export interface CloseQuestion {
  /** Asks once, and resolves with the answer, or when the time is up. */
  settle(): Promise<void>;
  /** The page's answer. */
  answer(): void;
}

/** `ask` sends the question and says whether anybody is there to answer it. */
export function createCloseQuestion(ask: () => boolean): CloseQuestion {
  let settling: Promise<void> | null = null;
  let answered = () => {};
  return {
    settle: () => {
      settling ??= new Promise<void>((resolve) => {
        const timer = setTimeout(() => answered(), waitLimitMs);
        answered = () => {
          clearTimeout(timer);
          resolve();
        };
        if (!ask()) answered();
      });
      return settling;
    },
    answer: () => answered(),
  };
}
