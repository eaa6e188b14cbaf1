import { IconBroadcast, IconFlask, IconPlugConnectedX, IconSchool, type Icon } from '@tabler/icons-react';
import type { Environment } from '../../../shared/workspaces/workspace';

/** An environment, or none connected. */
export type Place = Environment | 'none';

interface EnvironmentLook {
  readonly word: string;
  readonly sentence: string;
  readonly Icon: Icon;
}

/** Icon, word and sentence of each place. Always the icon and the word together, never the colour alone. */
export const environmentLook: Readonly<Record<Place, EnvironmentLook>> = {
  production: { word: 'PRODUCTION', sentence: 'Real people get real email', Icon: IconBroadcast },
  staging: { word: 'STAGING', sentence: 'Flowmingo test environment. Email may really be sent', Icon: IconFlask },
  practice: { word: 'PRACTICE', sentence: 'Made up, on this computer. Nobody gets email', Icon: IconSchool },
  none: { word: 'NO WORKSPACE', sentence: 'Nothing can be sent yet', Icon: IconPlugConnectedX },
};
