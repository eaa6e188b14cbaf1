import { Button } from '@mantine/core';
import { useState } from 'react';
import type { KeychainTest, NetworkTest } from '../../../../shared/settings/settings-channels';
import { bridge } from '../../../bridge';
import { ErrorPanel } from '../../../components/error-panel';
import { MessageBox } from '../../../components/message-box';
import { useAttempt } from '../../../components/use-attempt';
import { keychainWords, networkWords, routeWords } from '../connection-words';
import styles from '../settings-screen.module.css';
import { ChoiceLine } from './choice-line';
import { SettingsSection } from './settings-section';

/** Whether Flowmingo can be reached from here, and whether keys can be kept. */
export function ConnectionSettings() {
  const network = useAttempt();
  const keychain = useAttempt();
  const [networkTest, setNetworkTest] = useState<NetworkTest | null>(null);
  const [keychainTest, setKeychainTest] = useState<KeychainTest | null>(null);

  return (
    <SettingsSection part="connection" title="Connection">
      <ChoiceLine
        title="Way to Flowmingo"
        sentence="Finds the proxy as a run does and opens one secure connection. No key and no request is sent."
      >
        <Button
          disabled={network.isAtWork}
          onClick={() =>
            network.attempt(async () => {
              setNetworkTest(null);
              setNetworkTest(await bridge.ask('settings:test-network', {}));
            })
          }
        >
          {network.isAtWork ? 'Testing…' : 'Test the connection'}
        </Button>
      </ChoiceLine>
      {network.failure && <ErrorPanel failure={network.failure} onClose={network.clearFailure} />}
      <div className={styles.said}>
        {networkTest && (
          <MessageBox {...networkWords(networkTest)} announce="polite">
            {routeWords(networkTest)}
          </MessageBox>
        )}
      </div>
      <ChoiceLine
        title="Keychain"
        sentence="Writes a made-up entry, reads it and deletes it again. Your keys are not touched."
      >
        <Button
          disabled={keychain.isAtWork}
          onClick={() =>
            keychain.attempt(async () => {
              setKeychainTest(null);
              setKeychainTest(await bridge.ask('settings:test-keychain', {}));
            })
          }
        >
          {keychain.isAtWork ? 'Testing…' : 'Test the keychain'}
        </Button>
      </ChoiceLine>
      {keychain.failure && <ErrorPanel failure={keychain.failure} onClose={keychain.clearFailure} />}
      <div className={styles.said}>
        {keychainTest && <MessageBox {...keychainWords(keychainTest)} announce="polite" />}
      </div>
    </SettingsSection>
  );
}
