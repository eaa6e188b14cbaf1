import { Component, type ErrorInfo, type ReactNode } from 'react';
import { bridge } from '../bridge';
import { MessageBox } from './message-box';

type State = { readonly kind: 'whole' } | { readonly kind: 'broken'; readonly reference: string | null };

/** At most this much of a stack goes to the log; the contract takes 4,000 characters. */
const maxReportLength = 3900;

/** Keeps a bug in one screen from taking the window with it, and tells the reference under which it was logged. */
export class FailureBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { kind: 'whole' };

  static getDerivedStateFromError(): State {
    return { kind: 'broken', reference: null };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    const text = `${error.name}: ${error.message}\n${error.stack ?? ''}\n${info.componentStack ?? ''}`.slice(
      0,
      maxReportLength,
    );
    bridge.ask('app:report-failure', { text }).then(
      ({ reference }) => this.setState({ kind: 'broken', reference }),
      // The log cannot be reached either; the sentence on the screen has to do.
      () => undefined,
    );
  }

  override render(): ReactNode {
    if (this.state.kind === 'whole') return this.props.children;
    const { reference } = this.state;
    return (
      <div style={{ padding: 24 }}>
        <MessageBox tone="refused" announce="at-once" title="This screen has stopped working.">
          Runs go on, and nothing was sent because of it. Go to another screen and come back.
          {reference !== null && ` If it happens again, send us the reference ${reference}.`}
        </MessageBox>
      </div>
    );
  }
}
