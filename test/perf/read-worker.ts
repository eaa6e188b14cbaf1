// One measurement in a Web Worker under the app's content security policy: a message names the reader and brings the file.
import { makeReaders } from './readers';

const readers = makeReaders(async () => {
  const { readSheet } = await import('read-excel-file/web-worker');
  return (bytes) => readSheet(new Blob([bytes]));
});

addEventListener('message', async ({ data }: MessageEvent<{ reader: string; file: File }>) => {
  try {
    const read = await readers[data.reader]?.();
    if (read === undefined) throw new Error(`There is no reader "${data.reader}".`);
    const bytes = new Uint8Array(await data.file.arrayBuffer());
    const startedAtMs = performance.now();
    const rowCount = await read(bytes, data.file.name);
    postMessage({ tookMs: performance.now() - startedAtMs, rowCount });
  } catch (error) {
    postMessage({ failure: String(error) });
  }
});
