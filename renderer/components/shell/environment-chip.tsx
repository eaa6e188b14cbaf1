import styles from './environment.module.css';
import { environmentLook, type Place } from './environment-look';

/** The environment's word in its colour, for lists and cards. */
export function EnvironmentChip({ place }: { readonly place: Place }) {
  return (
    <span className={styles.chip} data-place={place}>
      {environmentLook[place].word}
    </span>
  );
}
