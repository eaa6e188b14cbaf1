/** "Graduate fair Hanoi 2026" of "Graduate fair Hanoi 2026.xlsx". */
export function toBatchName(fileName: string): string {
  return (
    fileName
      .replace(/\.[^.]{1,5}$/, '')
      .trim()
      .slice(0, 200)
      .trim() || 'Batch'
  );
}
