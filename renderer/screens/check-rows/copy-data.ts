/**
 * Puts cells on the clipboard as text and as a table. Tells whether it worked. Works for some seconds after a key or a press:
 * the window may ask for no permissions, so it copies as a person does, and fills in what is copied.
 */
export function copyData({ text, html }: { readonly text: string; readonly html: string }): boolean {
  let isFilled = false;
  const fill = (event: ClipboardEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', text);
    if (html !== '') event.clipboardData?.setData('text/html', html);
    isFilled = true;
  };
  document.addEventListener('copy', fill, { capture: true });
  document.execCommand('copy');
  document.removeEventListener('copy', fill, { capture: true });
  return isFilled;
}
