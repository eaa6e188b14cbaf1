// The reader alone, in a worker of the page: what the way from a file to checked rows is measured against.
import { openSpreadsheet } from '../../shared/spreadsheets/open-spreadsheet';

self.addEventListener('message', async ({ data: file }: MessageEvent<File>) => {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const opened = await openSpreadsheet({ fileName: file.name, bytes });
  self.postMessage(opened.sheets[0]?.rows.length ?? 0);
});
