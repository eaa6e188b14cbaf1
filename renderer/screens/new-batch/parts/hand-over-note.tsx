import type { HandingOver } from '../use-hand-over';
import { HandOverResult } from './hand-over-result';

interface HandOverNoteProps {
  readonly handingOver: HandingOver;
  readonly onClose: () => void;
}

/** How handing a batch over stands, where a list of batches is. Nothing while nothing is handed over. */
export function HandOverNote({ handingOver, onClose }: HandOverNoteProps) {
  if (handingOver.kind === 'none') return null;
  if (handingOver.kind === 'packing')
    return (
      <p className="text-2" role="status">
        Putting the file together. Nothing is sent.
      </p>
    );
  return <HandOverResult result={handingOver} onClose={onClose} />;
}
