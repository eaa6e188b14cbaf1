import { useMantineColorScheme } from '@mantine/core';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo } from 'react';
import type { AppSettings } from '../../shared/settings/app-settings';
import { bridge } from '../bridge';
import { setDisplayRegion } from './display-locale';
import { useAsked } from './use-asked';

interface SettingsInHand {
  /** Null until they are read. */
  readonly settings: AppSettings | null;
  /** @throws BridgeFailure where they could not be kept. */
  readonly change: (changes: Partial<AppSettings>) => Promise<void>;
}

const SettingsContext = createContext<SettingsInHand>({ settings: null, change: async () => {} });

const mantineSchemes = { system: 'auto', light: 'light', dark: 'dark' } as const;
const readSettings = () => bridge.ask('app:get-settings', {});

/** Keeps the settings for all screens and puts the chosen theme on. */
export function SettingsProvider({ children }: { readonly children: ReactNode }) {
  const { asked, setValue } = useAsked(useCallback(readSettings, []));
  const { setColorScheme } = useMantineColorScheme();
  const settings = asked.kind === 'ready' ? asked.value : null;

  const region = settings?.displayRegion;
  // Before anything below is drawn with it.
  if (region !== undefined) setDisplayRegion(region);

  useEffect(() => {
    if (settings) setColorScheme(mantineSchemes[settings.theme]);
  }, [settings, setColorScheme]);

  const change = useCallback(
    async (changes: Partial<AppSettings>) => setValue(await bridge.ask('app:change-settings', changes)),
    [setValue],
  );
  const value = useMemo(() => ({ settings, change }), [settings, change]);
  return <SettingsContext.Provider value={value}>{children}</SettingsContext.Provider>;
}

/** The app's settings, and the way to change them. */
export function useSettings(): SettingsInHand {
  return useContext(SettingsContext);
}
