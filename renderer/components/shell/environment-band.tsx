import styles from './environment.module.css';
import { environmentLook, type Place } from './environment-look';

interface EnvironmentBandProps {
  readonly place: Place;
  /** Says what happens to people there, behind the word. */
  readonly withSentence?: boolean;
}

/** The environment's icon and word on its colour. */
export function EnvironmentBand({ place, withSentence = false }: EnvironmentBandProps) {
  const { word, sentence, Icon } = environmentLook[place];
  return (
    <div className={styles.band} data-place={place}>
      <Icon size={16} aria-hidden="true" />
      <span>{word}</span>
      {withSentence && <span className={styles.bandSentence}>{sentence}</span>}
    </div>
  );
}
