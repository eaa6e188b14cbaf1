// The four placeholders that Flowmingo fills in (API guide, 3.1). Never add one that the guide does not name.

export const placeholderNames = [
  'candidate_name',
  'position_name',
  'company_name',
  'interview_link',
] as const;
export type PlaceholderName = (typeof placeholderNames)[number];

/** The words on the screen for each placeholder. */
export const placeholderLabels: Readonly<Record<PlaceholderName, string>> = {
  candidate_name: 'Candidate name',
  position_name: 'Position',
  company_name: 'Company',
  interview_link: 'Interview link',
};

/** The placeholder exactly as the guide writes it: two braces, no blanks. */
export function toPlaceholder(name: PlaceholderName): string {
  return `{{${name}}}`;
}

/** Finds the four placeholders, with their name as the first group. Make a new one for each use: it keeps its place. */
export function placeholderPattern(): RegExp {
  return new RegExp(`\\{\\{(${placeholderNames.join('|')})\\}\\}`, 'g');
}

/** The placeholders that a text holds, each once, in the guide's order. */
export function placeholdersIn(text: string): PlaceholderName[] {
  return placeholderNames.filter((name) => text.includes(toPlaceholder(name)));
}
