// What the window is told of a batch file when it is opened: its name, its counts and its choices, no rows.
import type { HandedOver } from '../../shared/hand-over/batch-file-reader';
import type { HandedOverView } from './session-types';

export function toHandedOverView({ head, rows }: HandedOver): HandedOverView {
  const leftOutCount = rows.reduce((count, { leftOut }) => count + (leftOut === undefined ? 0 : 1), 0);
  return {
    batchName: head.name,
    sourceFileName: head.source.fileName,
    sendCount: rows.length - leftOutCount,
    leftOutCount,
    work: head.work,
  };
}
