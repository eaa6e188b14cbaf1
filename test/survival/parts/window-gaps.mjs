/** How long the page's own thread stands still: the longest gap between two ticks of a timer in it. */

/** As often as the screen is drawn. */
const tickMs = 16;

/** @param {import('playwright').Page} window */
export async function startGapWatch(window) {
  await window.evaluate((everyMs) => {
    const watch = { longestMs: 0, lastAtMs: performance.now(), timer: 0 };
    watch.timer = setInterval(() => {
      const nowMs = performance.now();
      watch.longestMs = Math.max(watch.longestMs, nowMs - watch.lastAtMs);
      watch.lastAtMs = nowMs;
    }, everyMs);
    window.gapWatch = watch;
  }, tickMs);
}

/** @param {import('playwright').Page} window @returns {Promise<number>} the longest gap in ms */
export function stopGapWatch(window) {
  return window.evaluate(() => {
    clearInterval(window.gapWatch.timer);
    return window.gapWatch.longestMs;
  });
}
