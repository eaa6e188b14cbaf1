import { act, type ReactNode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, vi } from 'vitest';
import { App } from '../../renderer/app';
import type { Screen } from '../../renderer/components/screen';
import { type FakeBridge, makeFakeBridge } from './fake-bridge';
import { fakeNowMs } from './fake-runs';
import type { FakeScenario } from './fake-workspaces';

/** The size that elements claim to have: jsdom lays nothing out, and a grid draws what fits. */
const viewWidth = 1000;
const viewHeight = 560;

/** As high as the highest grid, so that it can be scrolled to its end. */
const tallestRows = 30_000_000;

class StillResizeObserver implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

function prepareJsdom(): void {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  vi.stubGlobal('ResizeObserver', StillResizeObserver);
  vi.stubGlobal('matchMedia', (media: string) => ({
    media,
    matches: media.includes('reduced-motion'),
    addEventListener: () => {},
    removeEventListener: () => {},
    addListener: () => {},
    removeListener: () => {},
  }));
  for (const [name, value] of [
    ['offsetWidth', viewWidth],
    ['offsetHeight', viewHeight],
    ['clientWidth', viewWidth],
    ['clientHeight', viewHeight],
    ['scrollHeight', tallestRows],
  ] as const) {
    Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => value });
  }
  // jsdom does not scroll; a grid asks for it and goes on where the element says it is.
  Element.prototype.scrollTo = function scrollTo(this: Element, options?: ScrollToOptions | number) {
    if (typeof options === 'object' && options.top !== undefined) this.scrollTop = options.top;
    this.dispatchEvent(new Event('scroll'));
  };
  Element.prototype.scrollIntoView = () => {};
}

const roots: { root: Root; container: HTMLElement }[] = [];

afterEach(() => {
  vi.useRealTimers();
  for (const { root, container } of roots.splice(0)) {
    act(() => root.unmount());
    container.remove();
  }
  document.body.replaceChildren();
});

/** Lets promises and effects come to rest. */
export async function settle(): Promise<void> {
  await act(async () => {
    await new Promise((resolve) => setTimeout(resolve, 0));
  });
}

/** Draws something into the document; what it gives back draws something else in its place. */
export async function render(node: ReactNode): Promise<(node: ReactNode) => void> {
  prepareJsdom();
  vi.setSystemTime(fakeNowMs);
  const container = document.body.appendChild(document.createElement('div'));
  const root = createRoot(container);
  roots.push({ root, container });
  act(() => root.render(node));
  await settle();
  return (next) => root.render(next);
}

interface WindowInput {
  readonly scenario?: FakeScenario;
  readonly screen?: Screen;
  readonly overrides?: Parameters<typeof makeFakeBridge>[1];
}

/** Opens the whole window on a fake main process. */
export async function renderWindow({
  scenario = 'production',
  screen = { kind: 'home' },
  overrides,
}: WindowInput = {}): Promise<FakeBridge> {
  const bridge = makeFakeBridge(scenario, overrides);
  vi.stubGlobal('flowmingo', bridge.flowmingo);
  await render(<App initialScreen={screen} />);
  await settle();
  return bridge;
}

/** What a screen reader would call it, near enough. */
function nameOf(element: Element): string {
  const heard = element.cloneNode(true) as Element;
  for (const hidden of heard.querySelectorAll('[aria-hidden="true"]')) hidden.remove();
  const label = element.getAttribute('aria-label') ?? heard.textContent ?? '';
  return label.replace(/\s+/g, ' ').trim();
}

/** The element of a selector whose name is the text, or matches it. @throws Error that lists the names there are. */
export function find(selector: string, name: string | RegExp): HTMLElement {
  const all = [...document.querySelectorAll<HTMLElement>(selector)];
  const found = all.find((element) =>
    typeof name === 'string' ? nameOf(element) === name : name.test(nameOf(element)),
  );
  if (found === undefined)
    throw new Error(`No ${selector} called ${name}. There are: ${all.map(nameOf).join(' | ')}`);
  return found;
}

/** A button, or an entry of a menu. */
export function button(name: string | RegExp): HTMLButtonElement {
  return find('button, [role^="menuitem"]', name) as HTMLButtonElement;
}

/** The field that a label names. */
export function field(label: string): HTMLInputElement {
  const named = find('label', label) as HTMLLabelElement;
  const control = named.control;
  if (!(control instanceof HTMLInputElement)) throw new Error(`The label ${label} names no field.`);
  return control;
}

/** What can be read in the document. */
export function pageText(): string {
  const shown = [...document.body.querySelectorAll(':scope > :not(style)')].map((element) => {
    const copy = element.cloneNode(true) as Element;
    for (const style of copy.querySelectorAll('style')) style.remove();
    return copy.textContent;
  });
  return shown.join(' ').replace(/\s+/g, ' ');
}

/** Presses an element with the pointer. */
export async function click(element: HTMLElement): Promise<void> {
  act(() => element.click());
  await settle();
}

/** Puts a text into a field, as a paste does. */
export async function fill(element: HTMLInputElement, text: string): Promise<void> {
  const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  act(() => {
    setValue?.call(element, text);
    element.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await settle();
}

/** Presses a key where the focus is. */
export async function press(key: string, modifiers: KeyboardEventInit = {}): Promise<void> {
  act(() => {
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers }),
    );
  });
  await settle();
}
