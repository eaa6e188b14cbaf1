// The app's log: one line an event, redacted before it is written, at most two files of 2 MiB. Losing a line never stops the work.

import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { redact } from './redact';

/** 2 MiB hold weeks of ordinary use and still open in any editor. */
const maxSizeBytes = 2 * 1024 * 1024;

export interface AppLog {
  info(text: string): void;
  /** Writes the failure with its causes and answers the reference under which it stands, such as `7K2M-Q4XA`. */
  failure(where: string, error: unknown): string;
}

/** A log in `<dataDir>/logs/app.log`. */
export function createAppLog(dataDir: string): AppLog {
  const folder = path.join(dataDir, 'logs');
  const file = path.join(folder, 'app.log');
  const write = (level: string, text: string) => {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      if (sizeOf(file) > maxSizeBytes) renameSync(file, path.join(folder, 'app.old.log'));
      appendFileSync(
        file,
        `${new Date().toISOString()} ${level} ${redact(text).replace(/\r?\n/g, '\n  ')}\n`,
        { mode: 0o600 },
      );
    } catch {
      // A full disk must not stop a run because its log cannot be written; the ledger reports it where it matters.
    }
  };
  return {
    info: (text) => write('info', text),
    failure(where, error) {
      const reference = newReference();
      write('failure', `${reference} ${where}: ${describe(error)}`);
      return reference;
    },
  };
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : `\ncaused by ${describe(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}

/** Letters and digits that are not mistaken for one another when read out on the phone. */
const referenceLetters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

function newReference(): string {
  const letters = [...randomBytes(8)].map((byte) => referenceLetters[byte % referenceLetters.length]);
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}
