import { batchFiles } from './batch-files';
import { damagedWorkbooks } from './damaged-workbooks';
import type { HostileFile } from './hostile-file';
import { oddWorkbooks } from './odd-workbooks';
import { oldWorkbooks, openDocuments } from './old-workbooks';
import { textFiles } from './text-files';
import { webPages } from './web-pages';
import { workbookBombs } from './workbook-bombs';
import { wrongClothes } from './wrong-clothes';

/** Every file of the corpus, by what it is about. */
export const hostileFiles: Readonly<Record<string, readonly HostileFile[]>> = {
  'workbooks that are bombs': workbookBombs,
  'workbooks that are damaged': damagedWorkbooks,
  'workbooks that are strange': oddWorkbooks,
  'files that are not what their names say': wrongClothes,
  'old workbooks (.xls)': oldWorkbooks,
  'OpenDocument spreadsheets (.ods)': openDocuments,
  'web pages': webPages,
  'text files': textFiles,
  'batch files': batchFiles,
};
