// What is said of a pasted block that was larger than what is there.

/** "2 rows and 1 column had no room and were not pasted."; null where everything had. */
export function leftOverWords(rows: number, columns: number): string | null {
  const parts = [
    ...(rows > 0 ? [counted(rows, 'row', 'rows')] : []),
    ...(columns > 0 ? [counted(columns, 'column', 'columns')] : []),
  ];
  if (parts.length === 0) return null;
  const isOne = rows + columns === 1;
  return `${parts.join(' and ')} had no room and ${isOne ? 'was' : 'were'} not pasted.`;
}

function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
