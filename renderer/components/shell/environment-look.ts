import { type Icon, IconBroadcast, IconFlask, IconPlugConnectedX, IconSchool } from '@tabler/icons-react';
import type { Environment } from '../../../shared/workspaces/workspace';

/** An environment, or none connected. */
export type Place = Environment | 'none';

interface EnvironmentLook {
  readonly word: string;
  readonly sentence: string;
  readonly Icon: Icon;
  /** For the icon on the ground; the band has its own colours. */
  readonly color: string;
}

/** Icon, word and sentence of each place. Always the icon and the word together, never the colour alone. */
export const environmentLook: Readonly<Record<Place, EnvironmentLook>> = {
  production: {
    word: 'PRODUCTION',
    sentence: 'Real people get real email',
    Icon: IconBroadcast,
    color: 'var(--refused)',
  },
  staging: {
    word: 'STAGING',
    sentence: 'Flowmingo test environment. Email may really be sent',
    Icon: IconFlask,
    color: 'var(--warning)',
  },
  practice: {
    word: 'PRACTICE',
    sentence: 'Made up, on this computer. Nobody gets email',
    Icon: IconSchool,
    color: 'var(--done)',
  },
  none: {
    word: 'NO WORKSPACE',
    sentence: 'Nothing can be sent yet',
    Icon: IconPlugConnectedX,
    color: 'var(--text-2)',
  },
};
