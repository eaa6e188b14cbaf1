// Going through the window by keyboard alone, as somebody without a mouse does. The focus is watched at every stop.
import { expect, type Locator, type Page } from '@playwright/test';

/** More stops than a way on any screen may take. */
const mostStops = 40;

interface Focus {
  /** `nowhere`: the page itself has it, so nobody knows where they are. `screen`: the top of a screen or a step, to be read from there. */
  readonly kind: 'nowhere' | 'screen' | 'control';
  /** What it is on, for whoever reads a failure. */
  readonly on: string;
  /** A control lies in the window and has a ring around it; the top of a screen needs none. */
  readonly isSeen: boolean;
  readonly isInScreen: boolean;
  /** In rows that work like a spreadsheet Tab goes from cell to cell, and F6 leads out. */
  readonly isInSheet: boolean;
}

/** Where the focus is now. */
export async function readFocus(page: Page): Promise<Focus> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body)
      return { kind: 'nowhere', on: 'nothing', isSeen: false, isInScreen: false, isInSheet: false } as const;
    const words = element.getAttribute('aria-label') ?? element.textContent ?? '';
    const on = `${element.tagName.toLowerCase()} “${words.trim().slice(0, 60)}”`;
    const isInScreen = element.closest('main, [role=dialog], [role=menu]') !== null;
    const isInSheet = element.closest('[data-sheet]') !== null;
    if (element.matches('main, [tabindex="-1"]') && element.querySelector('h1, h2') !== null)
      return { kind: 'screen', on, isSeen: true, isInScreen, isInSheet } as const;
    // The ring may be drawn by what stands around a control: a card around its radio button.
    let holder: Element | null = element;
    let hasRing = false;
    for (let depth = 0; depth < 4 && holder !== null && !hasRing; depth++) {
      const { outlineStyle, outlineWidth } = getComputedStyle(holder);
      hasRing = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
      holder = holder.parentElement;
    }
    const box = element.getBoundingClientRect();
    const isInWindow =
      box.bottom > 0 && box.right > 0 && box.top < window.innerHeight && box.left < window.innerWidth;
    return { kind: 'control', on, isSeen: hasRing && isInWindow, isInScreen, isInSheet } as const;
  });
}

/** After the screen has changed: the focus is in it, and not lost. */
export async function expectFocusOnScreen(page: Page): Promise<void> {
  await expect.poll(() => readFocus(page)).toMatchObject({ isInScreen: true, isSeen: true });
}

/** Something has closed or gone: the focus is somewhere, whatever has it. */
export async function expectFocusKept(page: Page): Promise<void> {
  await expect.poll(async () => (await readFocus(page)).kind).not.toBe('nowhere');
}

const hasFocus = (wanted: Locator) => wanted.evaluate((element) => element === document.activeElement);

/** Goes to something with Tab (or Shift Tab) alone, and with F6 out of a sheet; whatever has the focus on the way is seen to have it. Answers how many presses it took. */
export async function tabTo(page: Page, wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<number> {
  await wanted.waitFor();
  const way: string[] = [];
  let isInSheet = (await readFocus(page)).isInSheet;
  for (let presses = 0; presses <= mostStops; presses++) {
    if (await hasFocus(wanted)) return presses;
    await page.keyboard.press(isInSheet ? key.replace('Tab', 'F6') : key);
    const focus = await readFocus(page);
    way.push(focus.on);
    isInSheet = focus.isInSheet;
    expect(focus, way.join(' → ')).toMatchObject({ isSeen: true });
  }
  throw new Error(`Tab does not lead there: ${way.join(' → ')}`);
}

/** Goes to a button and presses it. */
export async function tabAndPress(
  page: Page,
  button: Locator,
  key: 'Enter' | 'Space' = 'Enter',
): Promise<void> {
  await tabTo(page, button);
  await page.keyboard.press(key);
}
