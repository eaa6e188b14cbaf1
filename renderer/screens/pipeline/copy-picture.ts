/**
 * Puts a picture on the clipboard, from a press of a button. Tells whether it worked.
 * The window may ask for no permissions, so it copies as a person does: by what is selected.
 */
export async function copyPicture(canvas: HTMLCanvasElement, description: string): Promise<boolean> {
  const before = document.activeElement;
  const picture = document.createElement('img');
  picture.alt = description;
  picture.src = canvas.toDataURL('image/png');
  await picture.decode();
  const place = document.createElement('div');
  place.className = 'sr-only';
  place.setAttribute('aria-hidden', 'true');
  place.contentEditable = 'true';
  place.append(picture);
  document.body.append(place);
  const selection = document.getSelection();
  selection?.selectAllChildren(place);
  const isCopied = document.execCommand('copy');
  selection?.removeAllRanges();
  place.remove();
  if (before instanceof HTMLElement) before.focus();
  return isCopied;
}
