// What the main thread and the thread that writes a snapshot say to each other.
import type { EntryPart, EntryPlace, EntryRow } from './entry-rows';
import type { SharedTurn } from './write-turn';

/** What the thread is started with. */
export interface WorkerStart {
  readonly ledgerPath: string;
  readonly place: EntryPlace;
  readonly turn: SharedTurn;
  /** An Int32: 1 as soon as nobody wants what is not written yet. */
  readonly end: SharedArrayBuffer;
}

export type ToWorker =
  | { readonly kind: 'rows'; readonly part: EntryPart; readonly rows: readonly EntryRow[] }
  | { readonly kind: 'flush' }
  | { readonly kind: 'end' };

export type FromWorker =
  | { readonly kind: 'written'; readonly count: number }
  /** Nothing more is written; `errcode` is SQLite's. */
  | { readonly kind: 'failed'; readonly message: string; readonly errcode: number | null };
