// A problem in the few words that fit into a column. The whole sentence stands at the cell.
import { problemCatalogue, type RowProblem } from '../../shared/operations/problem';

/** What is wrong, in a few words: "Did you mean gmail.com?", "Same person as row 141". */
export function shortProblem(problem: RowProblem): string {
  switch (problem.kind) {
    case 'email-typo': {
      const domain = problem.suggestion?.slice(problem.suggestion.lastIndexOf('@') + 1);
      return domain === undefined ? problemCatalogue[problem.kind].title : `Did you mean ${domain}?`;
    }
    case 'duplicate-in-file':
      return problem.of === undefined
        ? problemCatalogue[problem.kind].title
        : `Same person as row ${problem.of}`;
    case 'name-missing':
      return problem.field === 'lastname' ? 'No last name' : 'No first name';
    case 'name-case':
    case 'name-garbled':
      return problem.suggestion === undefined
        ? problemCatalogue[problem.kind].title
        : `Write it ${problem.suggestion}?`;
    default: {
      const { title } = problemCatalogue[problem.kind];
      return problem.note === undefined ? title : `${title} (${problem.note})`;
    }
  }
}
