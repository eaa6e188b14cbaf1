// Answers the window's requests with a session, in the order in which they came: a later request sees what an earlier one has changed.
import { HandOverSession } from './hand-over-session';
import { type MessageEnd, type SessionMessage, type SessionRequest, sessionMethods } from './session-rpc';

/** A piece of the work ahead: half a frame, which a request then waits at most. */
const pieceMs = 8;

/** A reading is told about ten times a second: more would not be seen. */
const readingEveryMs = 100;

/** Puts a session at this end of the channel. */
export function serveSession(end: MessageEnd): void {
  const tell = (message: SessionMessage) => end.postMessage(message);
  let toldAtMs = 0;
  const session = new HandOverSession((fraction) => {
    const nowMs = Date.now();
    if (nowMs - toldAtMs < readingEveryMs) return;
    toldAtMs = nowMs;
    tell({ kind: 'reading', fraction });
  });
  let last: Promise<void> = Promise.resolve();
  let waitingCount = 0;
  let isGoingAhead = false;
  /** What will be asked for next is done while nothing is asked, piece by piece: a request waits for one piece at most. */
  const goAhead = () => {
    if (waitingCount > 0 || isGoingAhead) return;
    isGoingAhead = true;
    afterWaiting(() => {
      isGoingAhead = false;
      if (waitingCount === 0 && workPiece(session)) goAhead();
    });
  };
  end.addEventListener('message', (event: MessageEvent<SessionRequest>) => {
    waitingCount++;
    last = last
      .then(() => answer(session, event.data, tell))
      .then(() => {
        waitingCount--;
        goAhead();
      });
  });
}

/** Runs after the messages that have come already. A timer would do too, but each after the fifth rests for 4 ms (HTML, 8.7). */
function afterWaiting(run: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    run();
  };
  port2.postMessage(null);
}

/** Whether there is more to be done ahead after this piece. */
function workPiece(session: HandOverSession): boolean {
  const endsAtMs = performance.now() + pieceMs;
  let isMore = workAhead(session);
  while (isMore && performance.now() < endsAtMs) isMore = workAhead(session);
  return isMore;
}

/** Whether there is more to be done ahead. What fails here fails again when it is asked for, and is told then. */
function workAhead(session: HandOverSession): boolean {
  try {
    return session.workAhead();
  } catch {
    return false;
  }
}

async function answer(
  session: HandOverSession,
  { requestId, method, args }: SessionRequest,
  tell: (message: SessionMessage) => void,
): Promise<void> {
  try {
    if (!sessionMethods.includes(method)) throw new Error(`The worker does not know "${method}".`);
    const call = session[method] as (...args: readonly unknown[]) => unknown;
    const value = await call.apply(session, args as unknown[]);
    tell({ kind: 'answered', requestId, value });
  } catch (thrown) {
    tell({ kind: 'failed', requestId, message: thrown instanceof Error ? thrown.message : String(thrown) });
  }
}
