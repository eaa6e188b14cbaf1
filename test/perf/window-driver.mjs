/**
 * Functions that run inside the page, as Playwright hands them over: they press the buttons as soon as these are there, so
 * that no wire and no polling is part of the time. Each stands alone: nothing of this file is known in the page.
 */

/** Notes which file is chosen, and when. */
export function watchWindow() {
  const bench = { file: null, chosenAtMs: 0 };
  window.bench = bench;
  document.addEventListener(
    'change',
    ({ target }) => {
      if (target.type !== 'file') return;
      bench.file = target.files[0];
      bench.chosenAtMs = performance.now();
    },
    true,
  );
}

/** From the chosen file to the first checked row on the screen, and to the counts over all rows, in ms. Takes the proposals as they are. */
export function goToCheckedGrid() {
  const steps = [/^Use th/, /^Check [\d,. ]+ rows$/];
  return new Promise((resolve) => {
    let gridMs = null;
    const look = () => {
      if (gridMs !== null) {
        if (document.querySelector('[aria-label=Problems] button') === null) return;
        observer.disconnect();
        resolve({ gridMs, countedMs: performance.now() - window.bench.chosenAtMs });
        return;
      }
      if (steps.length > 0) {
        const button = [...document.querySelectorAll('button')].find(
          ({ textContent, disabled }) => !disabled && steps[0].test(textContent.trim()),
        );
        if (button === undefined) return;
        steps.shift();
        // Nobody can press a button within the task that draws it.
        setTimeout(() => button.click());
      } else if (
        [...document.querySelectorAll('[role=grid] [role=gridcell]')].some(({ textContent }) =>
          textContent.includes('@'),
        )
      ) {
        gridMs = performance.now() - window.bench.chosenAtMs;
        look();
      }
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    look();
  });
}

/** The reader alone on the same file, in a worker of its own, in ms. */
export function readAlone(workerUrl) {
  return new Promise((resolve, reject) => {
    const startedAtMs = performance.now();
    const worker = new Worker(workerUrl, { type: 'module' });
    worker.onmessage = ({ data: rowCount }) => {
      worker.terminate();
      resolve({ tookMs: performance.now() - startedAtMs, rowCount });
    };
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(window.bench.file);
  });
}

/** Scrolls through the grid: a screen a frame, then from end to end. */
export async function scrollGrid() {
  const grid = document.querySelector('[role=grid]');
  const scroller = [grid, ...grid.querySelectorAll('*'), grid.parentElement].find(
    ({ scrollHeight, clientHeight }) => scrollHeight > clientHeight * 10,
  );
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const frames = 60;
  for (let frame = 0; frame < frames; frame++) {
    scroller.scrollTop += scroller.clientHeight;
    await nextFrame();
  }
  for (const part of [0.5, 1, 0.25, 0]) {
    scroller.scrollTop = scroller.scrollHeight * part;
    for (let frame = 0; frame < frames / 4; frame++) await nextFrame();
  }
}

/** Fixes all of one kind and takes it back; answers how long each took until the window said so, in ms. */
export async function fixAlikeAndUndo() {
  const button = (words) =>
    [...document.querySelectorAll('button')].find(
      ({ textContent, disabled }) => !disabled && words.test(textContent.trim()),
    );
  const said = () =>
    [...document.querySelectorAll('[role=status]')].map(({ textContent }) => textContent).join();
  const press = (words) => {
    const before = said();
    const startedAtMs = performance.now();
    return new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (said() === before) return;
        observer.disconnect();
        resolve(performance.now() - startedAtMs);
      });
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
      button(words).click();
    });
  };
  return { fixMs: await press(/^Fix [\d,.]+ alike$/), undoMs: await press(/^Undo$/) };
}
