import { type ReactNode, useEffect, useRef } from 'react';
import { focusTop } from '../focus-top';
import type { Screen } from '../screen';
import { EnvironmentBar } from './environment-bar';
import { Rail } from './rail';
import styles from './shell.module.css';
import { useKeptFocus } from './use-kept-focus';

/** The frame around every screen: the environment first, then the rail, then the screen itself. */
export function Shell({ screen, children }: { readonly screen: Screen; readonly children: ReactNode }) {
  const main = useRef<HTMLElement>(null);
  const screenBefore = useRef(screen);
  useKeptFocus();

  // A new screen is read from its top; at the start the focus stays where the system puts it.
  useEffect(() => {
    if (screenBefore.current === screen) return;
    screenBefore.current = screen;
    focusTop(main.current);
  }, [screen]);

  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main">
        Skip to the screen
      </a>
      <EnvironmentBar />
      <Rail at={screen.kind} />
      <main className={styles.main} id="main" tabIndex={-1} ref={main}>
        {children}
      </main>
    </div>
  );
}
