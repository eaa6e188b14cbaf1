import { Button, Progress } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { ErrorPanel } from '../../../components/error-panel';
import { formatNumber } from '../../../components/format-number';
import { linkButton, linkResultWords } from '../link-words';
import { useLinkCheck } from '../use-link-check';
import styles from './link-check.module.css';

/** "Check 280 links": asked for by the recruiter, followed, stopped. Nothing is shown for a file without CV links. */
export function LinkCheck({ revision }: { readonly revision: number }) {
  const { counts, progress, notChecked, isOffline, failure, start, stop } = useLinkCheck(revision);
  const section = useRef<HTMLElement>(null);
  const wasPressed = useRef(false);
  const isGoing = progress !== null;
  useEffect(() => {
    // The pressed button gives way to another one, and takes the focus with it.
    if (wasPressed.current && document.activeElement === document.body)
      section.current?.querySelector<HTMLElement>(isGoing ? '[data-stop]' : 'button')?.focus();
  }, [isGoing]);
  if (counts === null || (counts.toCheck + counts.checked === 0 && progress === null)) return null;
  const button = linkButton(counts);
  const result = linkResultWords(counts, notChecked);
  return (
    <section ref={section} className={styles.links} aria-label="CV links">
      {progress === null ? (
        button !== null && (
          <Button
            size="xs"
            disabled={isOffline}
            aria-describedby="link-check-words"
            onClick={() => {
              wasPressed.current = true;
              start(button.isAgain);
            }}
          >
            {button.label}
          </Button>
        )
      ) : (
        <>
          <div className={styles.going}>
            <span>
              {formatNumber(progress.settledCount)} of {formatNumber(progress.totalCount)} links checked
            </span>
            <Button size="xs" data-stop onClick={stop}>
              Stop
            </Button>
          </div>
          <Progress
            value={(100 * progress.settledCount) / Math.max(1, progress.totalCount)}
            size={6}
            aria-label="Part of the CV links that has been checked"
          />
        </>
      )}
      <p id="link-check-words" className="type-second text-2" role="status">
        {progress === null && (isOffline && button !== null ? offlineWords : (result ?? aboutWords))}
      </p>
      {failure && <ErrorPanel failure={failure} />}
    </section>
  );
}

const offlineWords = 'You are offline, so links cannot be checked.';
const aboutWords = 'Asks the site of each CV whether it gives the file. Nothing is sent to Flowmingo.';
