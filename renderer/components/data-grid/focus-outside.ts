const tabStops = 'button, a[href], input, select, textarea, summary, [tabindex]';

/** Moves the focus to the first control after an element, or the last one before it: the way out of a grid in which Tab moves. */
export function focusOutside(element: HTMLElement, backwards: boolean): void {
  const stops = [...document.querySelectorAll<HTMLElement>(tabStops)].filter(
    (stop) =>
      stop.tabIndex >= 0 &&
      !stop.matches(':disabled') &&
      stop.offsetParent !== null &&
      !element.contains(stop) &&
      Boolean(
        element.compareDocumentPosition(stop) &
          (backwards ? Node.DOCUMENT_POSITION_PRECEDING : Node.DOCUMENT_POSITION_FOLLOWING),
      ),
  );
  (backwards ? stops.at(-1) : stops[0])?.focus();
}
