// Every expected failure, with its sentence: what happened, what was not done, what to do now. {name} is filled from params.
import type { ErrorParams } from './app-error';
import type { ErrorAction, ErrorEntry } from './error-entry';
import { keptEntries } from './kept-codes';

const entries = {
  'key/not-accepted': {
    sentence:
      'Flowmingo does not accept this key. It was deleted, has expired, or was not copied whole. Nothing was saved. Make a new key in Flowmingo and paste it here.',
    action: 'reconnect',
  },
  'key/no-access': {
    sentence:
      'Flowmingo knows this key but does not let it in. Nothing was saved. Ask your admin what this key may do.',
    action: 'reconnect',
  },
  'key/wrong-environment': {
    sentence:
      'This key belongs to {keyEnvironment}, and this workspace is {workspaceEnvironment}. Nothing was saved. Paste a key that starts with {prefix}.',
    action: 'reconnect',
  },
  'key/other-organization': {
    sentence:
      'This key belongs to organization {found}, and this workspace is organization {expected}. Nothing was saved. Connect it as a workspace of its own.',
    action: 'reconnect',
  },
  'key/bad-form': {
    sentence:
      'This does not look like a Flowmingo key. Nothing was sent. A key looks like fl_live_abcd12345.… and is shown once, when it is made.',
    action: 'reconnect',
  },
  'key/check-expired': {
    sentence: 'The check of this key is too old. Nothing was saved. Paste the key again.',
    action: 'reconnect',
  },
  'key/missing': {
    sentence:
      'The key of this workspace is not in the {keychain} any more. Nothing was sent. Put in the key again.',
    action: 'reconnect',
  },
  'keychain/not-available': {
    sentence:
      'This computer has no keychain that we can use. The key is kept for this session only, and you will paste it again next time.',
    action: 'none',
  },
  'keychain/failed': {
    sentence: 'The {keychain} did not answer. Nothing was saved. Unlock it and try again.',
    action: 'retry',
  },
  'api/no-network': {
    sentence: 'Flowmingo cannot be reached. Nothing was sent. Check the network and try again.',
    action: 'retry',
  },
  'api/proxy': {
    sentence:
      '{message} Nothing was sent. Try again, and ask your IT department about the proxy if it stays so.',
    action: 'retry',
  },
  'api/not-trusted': {
    sentence:
      'The server that answered could not prove that it is Flowmingo, so the key was not sent to it. Ask your IT department about this network.',
    action: 'contact-support',
  },
  'api/rate-limited': {
    sentence: 'Flowmingo asked us to wait {seconds} s. Nothing was lost. Try again after that.',
    action: 'retry',
  },
  'api/refused': { sentence: 'Flowmingo refused this: {message}. Nothing was changed.', action: 'fix-row' },
  'api/scope-missing': {
    sentence: 'This key may not do that: it lacks “{scope}”. Nothing was sent. Use a key that has it.',
    action: 'reconnect',
  },
  'api/not-found': {
    sentence:
      'Flowmingo no longer has this: {message}. Nothing was sent. Read the lists again and choose another.',
    action: 'retry',
  },
  'api/unreadable': {
    sentence:
      'An answer came back that is not Flowmingo’s. Nothing was changed here. Try again in a few minutes.',
    action: 'retry',
  },
  'api/server-error': {
    sentence:
      'Flowmingo has a problem of its own ({status}). Nothing was changed here. Try again in a few minutes.',
    action: 'retry',
  },
  'workspace/not-found': {
    sentence: 'This workspace is not here any more. Nothing was sent. Choose another.',
    action: 'reconnect',
  },
  'workspace/none': {
    sentence: 'No workspace is connected. Nothing was sent. Connect to Flowmingo or practise first.',
    action: 'reconnect',
  },
  'workspace/busy': {
    sentence:
      'A run of this workspace is going on. Nothing was changed. Wait until it ends, or pause it first.',
    action: 'none',
  },
  'workspace/practice-unreadable': {
    sentence:
      'The practice workspace in {folder} cannot be started. It was left as it is, and nothing was sent. Move that folder away to practise with a new one.',
    action: 'none',
  },
  'workspace/bad-address': {
    sentence:
      'FLOWMINGO_BASE_URL may only name this computer (127.0.0.1, localhost or [::1]). Nothing was sent. Correct it, or take it away.',
    action: 'none',
  },
  'batch/not-found': {
    sentence: 'This batch is not here any more. Nothing was sent. Open the file again.',
    action: 'pick-file',
  },
  'batch/too-many-rows': {
    sentence: 'The sheet has more than {most} rows. Nothing was changed. Part it into smaller files.',
    action: 'pick-file',
  },
  'batch/incomplete': {
    sentence: 'Not all rows of the file have arrived. Nothing was sent. Open the file again.',
    action: 'pick-file',
  },
  'batch/nothing-to-send': {
    sentence: 'No row can be sent. Nothing was sent. Mend the rows that need you, or choose another file.',
    action: 'fix-row',
  },
  'batch/row-not-sendable': {
    sentence: 'Row {rowNumber} cannot be sent as it is: {why}. Nothing was sent. Mend it or leave it out.',
    action: 'fix-row',
  },
  'batch/target-open': {
    sentence: 'The target of this batch is still open. Nothing was sent. Choose it first.',
    action: 'none',
  },
  'batch/not-ready': {
    sentence:
      'This batch is not among the ready ones any more: it was sent, changed or deleted. Nothing was sent now. Look at the list again.',
    action: 'none',
  },
  'batch/no-draft': {
    sentence:
      'This batch was prepared from the pipeline, so there is no file to change. Delete it, and prepare it again.',
    action: 'none',
  },
  'batch/invited-meanwhile': {
    sentence:
      'Rows of this batch were invited to this by an earlier run (in all {count}, the first is row {rowNumber}). Nothing was sent. Go back to the rows, which are checked again, and send the others.',
    action: 'fix-row',
  },
  'batch/message-problem': {
    sentence: 'The message cannot be sent as it is: {why} Nothing was sent. Mend the message first.',
    action: 'fix-row',
  },
  'message/name-taken': {
    sentence: 'Another message is called “{name}”. Nothing was changed. Choose another name.',
    action: 'none',
  },
  'batch/wrong-number': {
    sentence: 'The number typed is not {expected}. Nothing was sent. Type {expected} to send.',
    action: 'retry',
  },
  'run/not-ended': {
    sentence:
      'A run of this batch has not ended. Nothing was deleted. Cancel it, or let it end, and then delete it.',
    action: 'none',
  },
  'run/not-found': { sentence: 'This run is not in the history. Nothing was sent.', action: 'none' },
  'run/wrong-state': {
    sentence: 'The run is {state}, so this cannot be done now. Nothing was changed.',
    action: 'none',
  },
  'run/nothing-to-repeat': {
    sentence: 'No row of this run may be sent again. Nothing was sent.',
    action: 'none',
  },
  'run/totals-differ': {
    sentence:
      'The results do not add up: {sum} of {total} rows. Nothing was saved, since such a file would be wrong. Send us the report.',
    action: 'contact-support',
  },
  'export/failed': {
    sentence: 'The file could not be written: {why}. The results are safe here. Choose another place.',
    action: 'retry',
  },
  'handover/not-read': {
    sentence:
      'The batch file could not be read: {why}. Nothing was opened. Look where it is, and open it again.',
    action: 'pick-file',
  },
  'export/own-file': {
    sentence:
      'That is the very file that the results go beside, and it stays as it is. Nothing was saved. Save the copy under another name.',
    action: 'retry',
  },
  'ipc/not-trusted': {
    sentence: 'A request came from somewhere other than this window. Nothing was done.',
    action: 'contact-support',
  },
  'ipc/bad-request': {
    sentence: 'The app asked itself something it does not understand. Nothing was done. Send us the report.',
    action: 'contact-support',
  },
  'app/bug': {
    sentence:
      'Something went wrong inside the app. Nothing was sent because of it. If it happens again, send us the reference {reference}.',
    action: 'contact-support',
  },
  ...keptEntries,
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof entries;

export const errorCodes = Object.keys(entries) as [ErrorCode, ...ErrorCode[]];

/** The sentence of a code with its params put in. A missing param stays visible as an ellipsis, never as {name}. */
export function toSentence(code: ErrorCode, params: ErrorParams = {}): string {
  return entries[code].sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? '…'));
}

/** What the recruiter can do about it. */
export function actionOf(code: ErrorCode): ErrorAction {
  return entries[code].action;
}
