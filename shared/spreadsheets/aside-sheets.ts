// Names of sheets that stand beside the people: of those who hire, of choices for cells, of what is past.
// Never shuts a sheet out: where no other has anybody, it is the one.
import { headerText } from './header-text';
import { parted } from './parted-lines';

const asideWords: ReadonlySet<string> = new Set(
  parted(
    // Plurals only: a sheet may be called after the job that people apply for.
    'recruiters | interviewers | panelists | panellists | referees | approvers | owners | stakeholders',
    'interviewpartner | ansprechpartner | verantwortliche | recruteurs | reclutadores | entrevistadores',
    'intervistatori | recrutadores | rekruterzy | рекрутеры | интервьюеры | 面接官 | 面试官 | 면접관',
    'lists | lookup | lookups | dropdown | dropdowns | settings | config | parameters | options',
    'listen | auswahllisten | stammdaten | einstellungen | parameter | listes | listas | elenchi | słownik',
    'słowniki | číselníky | справочник | справочники | настройки | listeler | リスト | 选项 | 選項',
    'archive | archived | archives | old | backup | obsolete | archiv | alt | ancien | anciens | archivo',
    'archivio | arquivo | archief | arkiv | archiwum | arşiv | архив | архів | 归档 | 封存 | lưu trữ',
  ).map(headerText),
);

/** Shorter words are part of other names: `Old Street`. */
const leastLength = 4;

/** True for `Recruiters`, `Lists (do not change)`, `Archiv 2023`, `Old`. */
export function standsAside(sheetName: string): boolean {
  const text = headerText(sheetName);
  return (
    asideWords.has(text) || text.split(' ').some((word) => word.length >= leastLength && asideWords.has(word))
  );
}
