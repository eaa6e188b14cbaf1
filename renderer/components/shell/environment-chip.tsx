import { environmentLook, type Place } from './environment-look';
import styles from './environment.module.css';

/** The environment's word in its colour, for lists and cards. */
export function EnvironmentChip({ place }: { readonly place: Place }) {
  return (
    <span className={styles.chip} data-place={place}>
      {environmentLook[place].word}
    </span>
  );
}
