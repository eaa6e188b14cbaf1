/** Step 5: what is about to happen, in words. */
export function LastLookStep() {
  return null;
}
