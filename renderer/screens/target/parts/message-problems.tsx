import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { MessageProblem } from '../../../../shared/messages/check-message';
import styles from './message-editor.module.css';

interface MessageProblemsProps {
  readonly id: string;
  readonly problems: readonly MessageProblem[];
  readonly onMend: (problem: MessageProblem) => void;
}

function mendLabel({ text, suggestion, mended }: MessageProblem): string | null {
  if (mended !== undefined) return 'Take it out';
  if (suggestion === undefined) return null;
  return `${text === undefined ? 'Insert' : 'Use'} ${suggestion}`;
}

/** What is wrong with the message, each with the click that mends it where there is one. */
export function MessageProblems({ id, problems, onMend }: MessageProblemsProps) {
  return (
    <ul className={styles.problems} id={id} aria-live="polite">
      {problems.map((problem) => {
        const label = mendLabel(problem);
        return (
          <li
            key={`${problem.kind} ${problem.text ?? ''}`}
            className={problem.blocking ? 'tone-refused' : 'tone-warning'}
          >
            <IconAlertTriangle size={16} aria-hidden="true" />
            <span>{problem.message}</span>
            {label !== null && (
              <Button size="xs" onClick={() => onMend(problem)}>
                {label}
              </Button>
            )}
          </li>
        );
      })}
      {problems.length === 0 && (
        <li className="tone-done">
          <IconCheck size={16} aria-hidden="true" />
          <span>Has the interview link, and nobody is greeted without a name.</span>
        </li>
      )}
    </ul>
  );
}
