import type { AttemptView } from '../../../shared/runs/unsure';

/** A body as it can be read: JSON with its lines set in, anything else as it came. */
export function toReadableBody(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

const kindWords: Readonly<Record<NonNullable<AttemptView['kind']>, string>> = {
  processed: 'Processed',
  'not-processed': 'Certainly not processed',
  unknown: 'No clear answer',
  withdrawn: 'Written down, and then not sent',
};

/** "No clear answer, 502": what became of one try. */
export function toAttemptWords({ kind, status, message }: AttemptView): string {
  const words = kind === null ? 'No answer is written down' : kindWords[kind];
  return [words, status === null ? null : String(status), message].filter(Boolean).join(', ');
}

/** Everything as one text, to hand to somebody who can help. */
export function toExchangeText(requestText: string, attempts: readonly AttemptView[]): string {
  const tries = attempts.map((attempt, index) => {
    const from = new Date(attempt.startedAtMs).toISOString();
    const to = attempt.closedAtMs === null ? 'no end' : new Date(attempt.closedAtMs).toISOString();
    return `Try ${index + 1}: ${from} to ${to}\n${toAttemptWords(attempt)}\n${toReadableBody(attempt.bodyText ?? '')}`;
  });
  return ['Sent', toReadableBody(requestText), ...tries].join('\n\n').trim();
}
