/**
 * Puts a text on the clipboard, from a press of a button. Tells whether it worked.
 * The window may ask for no permissions, so it copies as a person does: by what is selected.
 */
export function copyText(text: string): boolean {
  const before = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'sr-only';
  field.setAttribute('aria-hidden', 'true');
  // Inside a dialog the focus may not leave it.
  const place = before?.closest('[role="dialog"]') ?? document.body;
  place.append(field);
  field.select();
  const isCopied = document.execCommand('copy');
  field.remove();
  if (before instanceof HTMLElement) before.focus();
  return isCopied;
}
