// Reads an address the way that browsers do, without a throw.

/** Null where the text is no address, or none against `base`. */
export function parseUrl(text: string, base?: URL): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}
