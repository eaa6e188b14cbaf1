// Numbers of things in sentences.

/** "1 person", "1,204 people". */
export function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}
