import { Tooltip } from '@mantine/core';
import styles from './truncated.module.css';
import { useIsCut } from './use-is-cut';

interface TruncatedProps {
  readonly text: string;
  /** Names, stages and file names are cut at the end; addresses in the middle, so that their domain stays. */
  readonly cut?: 'end' | 'middle';
  readonly className?: string | undefined;
}

/** From this many characters on the tail of an address is kept apart, so that it survives the cut. */
const tailLength = 12;

/** Text on one line, cut where it does not fit, whole on hover; where it is cut it takes the focus and is whole there too. */
export function Truncated({ text, cut = 'end', className }: TruncatedProps) {
  const { isCut, ref } = useIsCut();
  const tail = cut === 'middle' && text.length > tailLength * 2 ? text.slice(-tailLength) : '';
  const line = (
    <span className={[styles.text, className].join(' ')} tabIndex={isCut ? 0 : undefined}>
      <span ref={ref} className={styles.head}>
        {text.slice(0, text.length - tail.length)}
      </span>
      {tail && <span className={styles.tail}>{tail}</span>}
    </span>
  );
  // A tooltip takes far longer to draw than the text, and most texts need none.
  if (!isCut) return line;
  return (
    <Tooltip label={text} multiline maw={480}>
      {line}
    </Tooltip>
  );
}
