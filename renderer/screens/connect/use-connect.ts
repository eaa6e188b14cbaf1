import { useState } from 'react';
import type { CheckedKey } from '../../../shared/workspaces/workspace-view';
import { type BridgeFailure, bridge, toBridgeFailure } from '../../bridge';

/** How far connecting has come. No state holds the key: it is in the field until it is checked, and then nowhere here. */
export type ConnectState =
  | { readonly kind: 'pasting'; readonly failure: BridgeFailure | null }
  | { readonly kind: 'checking' }
  | {
      readonly kind: 'checked';
      readonly checked: CheckedKey;
      readonly isSaving: boolean;
      readonly failure: BridgeFailure | null;
    };

interface Connect {
  readonly state: ConnectState;
  /** Tells whether the key may be taken out of the field: it was accepted, or it will never be. */
  readonly check: (key: string) => Promise<'done-with-key' | 'keep-key'>;
  readonly save: (name: string) => Promise<void>;
  readonly startAgain: () => void;
  readonly forgetFailure: () => void;
}

/** Checks a key and saves the workspace; `onSaved` follows. */
export function useConnect(replacesWorkspaceId: string | null, onSaved: () => void): Connect {
  const [state, setState] = useState<ConnectState>({ kind: 'pasting', failure: null });

  const check: Connect['check'] = async (key) => {
    setState({ kind: 'checking' });
    try {
      const checked = await bridge.ask('workspaces:check-key', { key, replacesWorkspaceId });
      setState({ kind: 'checked', checked, isSaving: false, failure: null });
      return 'done-with-key';
    } catch (thrown) {
      const failure = toBridgeFailure(thrown);
      setState({ kind: 'pasting', failure });
      return failure.action === 'retry' ? 'keep-key' : 'done-with-key';
    }
  };

  const save = async (name: string) => {
    if (state.kind !== 'checked') return;
    const { checked } = state;
    setState({ kind: 'checked', checked, isSaving: true, failure: null });
    try {
      await bridge.ask('workspaces:save-key', { checkId: checked.checkId, name, replacesWorkspaceId });
      onSaved();
    } catch (thrown) {
      const failure = toBridgeFailure(thrown);
      if (failure.code === 'key/check-expired') setState({ kind: 'pasting', failure });
      else setState({ kind: 'checked', checked, isSaving: false, failure });
    }
  };

  const startAgain = () => setState({ kind: 'pasting', failure: null });
  const forgetFailure = () =>
    setState((before) =>
      before.kind === 'pasting' && before.failure !== null ? { kind: 'pasting', failure: null } : before,
    );
  return { state, check, save, startAgain, forgetFailure };
}
