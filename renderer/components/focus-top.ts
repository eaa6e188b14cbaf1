/** Moves the focus to the top of a screen or a step that has just come, to be read from there. A control in it that has taken the focus keeps it. */
export function focusTop(top: HTMLElement | null): void {
  const taken = document.activeElement;
  const isTaken = taken !== top && top?.contains(taken) === true && taken?.closest('[hidden]') === null;
  if (!isTaken) top?.focus({ preventScroll: true });
}
