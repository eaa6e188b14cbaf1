// What does not stop a start and should be known before it: said on stderr, and the run begins all the same.
import type { RunSettings } from '../../shared/runs/run-settings';
import { findStartNotices } from '../batches/preflight';
import type { Me } from '../flowmingo/flowmingo-client';
import type { CliIo } from './cli-io';

/** `me` is what Flowmingo has just said of the key. */
export function sayNotices(
  me: Pick<Me, 'scopes' | 'expiresAtMs'>,
  peopleCount: number,
  settings: RunSettings,
  io: CliIo,
): void {
  for (const { sentence } of findStartNotices(me, peopleCount, settings, Date.now()))
    io.say(`Before the run: ${sentence}`);
}
