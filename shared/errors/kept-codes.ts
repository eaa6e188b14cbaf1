// Failures of what is kept on this computer: the ledger, drafts, ready batches, snapshots, backups. A part of codes.ts.
import type { ErrorEntry } from './error-entry';

/** By code, as in codes.ts. */
export const keptEntries = {
  'draft/not-found': {
    sentence: 'This draft is not here any more. Nothing was sent. Open its file again.',
    action: 'pick-file',
  },
  'draft/not-kept': {
    sentence:
      'What you do here cannot be kept: {why}. Nothing was sent, and nothing was lost so far. Mend that, or send before you close the app.',
    action: 'retry',
  },
  'draft/unreadable': {
    sentence:
      'The draft “{name}” cannot be read: it is damaged, or a newer version of this app has written it. It was left as it is, and nothing was sent. Open its file again, or use the newer version.',
    action: 'pick-file',
  },
  'queue/was-started': {
    sentence:
      'A run of this batch is there already, so the queue does not start it again. Nothing was sent. See its run.',
    action: 'none',
  },
  'queue/run-open': {
    sentence: 'A run of the queue is not over yet. Nothing new was started. Let it go on or cancel it first.',
    action: 'none',
  },
  'queue/is-going': {
    sentence: 'The queue is going already. Nothing was changed. Stop it first.',
    action: 'none',
  },
  'snapshot/not-found': {
    sentence: 'This snapshot is not there any more. Nothing was changed. Read the pipeline again.',
    action: 'retry',
  },
  'snapshot/changing': {
    sentence:
      'The pipeline changed so fast that it could not be read whole. Nothing was kept that could be wrong. Read it again in a minute.',
    action: 'retry',
  },
  'snapshot/stopped': {
    sentence:
      'The reading was stopped. What was read by then is kept, and the next reading goes on from there.',
    action: 'retry',
  },
  'snapshot/not-kept': {
    sentence:
      'The pipeline could not be kept on this computer. Nothing was changed in Flowmingo. Read it again; what was kept whole is not read twice.',
    action: 'retry',
  },
  'store/unreadable': {
    sentence:
      'The run history in {folder} cannot be read. It was left as it is, and nothing was sent. Restore a copy of the folder, or move it away to begin anew.',
    action: 'contact-support',
  },
  'store/unwritable': {
    sentence:
      'The run history in {folder} cannot be written. Nothing more was sent. Make room on the disk, or allow writing there.',
    action: 'retry',
  },
  'store/in-use': {
    sentence:
      'Another Flowmingo Batch is using the run history in {folder}. Nothing was sent. Go on there, or close it and try again.',
    action: 'retry',
  },
  'backup/failed': {
    sentence: 'The backup could not be written: {why}. The data is safe here. Choose another place.',
    action: 'retry',
  },
  'backup/inside': {
    sentence:
      'A backup in the data folder would be lost with it. Nothing was saved. Choose another place, at best on another disk.',
    action: 'retry',
  },
  'backup/not-a-backup': {
    sentence:
      '“{fileName}” is not a backup of Flowmingo Batch. Nothing was changed. Choose a file that “Back up” has saved.',
    action: 'pick-file',
  },
  'backup/damaged': {
    sentence:
      '“{fileName}” is damaged, so nothing of it was used and nothing was changed. Take another copy of it, or an older backup.',
    action: 'pick-file',
  },
  'backup/newer': {
    sentence:
      '“{fileName}” was made by a newer version of this app. Nothing was changed. Install that version first.',
    action: 'pick-file',
  },
  'backup/not-read': {
    sentence: '“{fileName}” could not be read: {why}. Nothing was changed. Copy it to this computer first.',
    action: 'retry',
  },
  'backup/run-going': {
    sentence: 'A run is going on. Nothing was changed. Wait until it ends, or pause it first.',
    action: 'none',
  },
  'backup/not-restored': {
    sentence:
      'The backup could not be put in place: {why}. Nothing was changed. Make room on the disk, and try again.',
    action: 'retry',
  },
} as const satisfies Record<string, ErrorEntry>;
