// What an expected failure says, and what may be done about it. Never a sentence itself: those stand with their codes.

/** What the window offers beside the sentence. */
export type ErrorAction = 'retry' | 'fix-row' | 'reconnect' | 'pick-file' | 'contact-support' | 'none';

/** The sentence says what happened, what was not done, and what to do now; {name} is filled from params. */
export interface ErrorEntry {
  readonly sentence: string;
  readonly action: ErrorAction;
}
