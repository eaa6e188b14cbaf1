import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { OperationKind } from '../../../../shared/operations/operation-kind';
import type { UnsurePerson } from '../../../../shared/runs/unsure';
import type { UnsureList } from '../use-unsure-list';
import styles from './unsure-people.module.css';
import { UnsurePersonView } from './unsure-person-view';

/** As high as a person with two lines of evidence; each is measured once it is drawn. */
const usualHeight = 173;
/** People drawn above and below the view, so that Tab finds the next one there. */
const overscan = 4;

interface UnsurePeopleProps {
  readonly list: UnsureList;
  readonly operation: OperationKind;
  /** What scrolls. */
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly sendAgain: ReadonlyMap<number, UnsurePerson>;
  readonly warning: string;
  readonly canChoose: boolean;
  readonly onChoose: (person: UnsurePerson, sendsAgain: boolean) => void;
  readonly onSeeExchange: (person: UnsurePerson) => void;
}

/** The people one under another, of whom only those in view are drawn. */
export function UnsurePeople(props: UnsurePeopleProps) {
  const { list, operation, scroller, sendAgain, warning, canChoose, onChoose, onSeeExchange } = props;
  const { count, personAt, onRangeChange } = list;
  const root = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  const [focused, setFocused] = useState<number | null>(null);

  // What stands above the list grows and shrinks with what is said there.
  useLayoutEffect(() => {
    if (root.current !== null && root.current.offsetTop !== top) setTop(root.current.offsetTop);
  });
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLLIElement>({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualHeight,
    overscan,
    useFlushSync: false,
    scrollMargin: top,
    rangeExtractor: (range) => {
      const drawn = defaultRangeExtractor(range);
      if (focused === null || focused >= range.count || drawn.includes(focused)) return drawn;
      return [...drawn, focused].sort((one, other) => one - other);
    },
  });
  const items = virtualizer.getVirtualItems();
  const from = items[0]?.index ?? 0;
  const to = (items.at(-1)?.index ?? -1) + 1;
  useEffect(() => onRangeChange(from, to), [onRangeChange, from, to]);

  return (
    <ul ref={root} className={styles.people} style={{ height: virtualizer.getTotalSize() }}>
      {items.map((item) => {
        const person = personAt(item.index);
        return (
          <li
            key={item.key}
            ref={virtualizer.measureElement}
            data-index={item.index}
            aria-setsize={count}
            aria-posinset={item.index + 1}
            style={{ transform: `translateY(${item.start - top}px)` }}
            onFocus={() => setFocused(item.index)}
          >
            {person === undefined ? (
              <div className={styles.onItsWay} style={{ height: usualHeight }} />
            ) : (
              <UnsurePersonView
                operation={operation}
                person={person}
                sendsAgain={sendAgain.has(person.ordinal)}
                warning={warning}
                canChoose={canChoose}
                onChoose={(sendsAgain) => onChoose(person, sendsAgain)}
                onSeeExchange={() => onSeeExchange(person)}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}
