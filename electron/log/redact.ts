// Takes secrets and people out of a text before it is written to the log.

/** The secret half of anything that looks like a key goes whole; of an email only the first letter and the ending of its domain stay. */
export function redact(text: string): string {
  return text
    .replace(/\b(fl_[a-z]+_[A-Za-z0-9_-]+)\.\S+/g, '$1.****')
    .replace(/(x-api-key["']?\s*[:=]\s*["']?)[^\s"',;)}\]]+/gi, '$1****')
    .replace(/([^\s@"'<>(),:;[\]])[^\s@"'<>(),:;[\]]*@(?:[\p{L}\d-]+\.)*([\p{L}\d-]+)/gu, '$1***@***.$2');
}
