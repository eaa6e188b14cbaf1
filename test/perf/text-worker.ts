// One reading of a text file in a browser's worker: the reader's name comes in the address, the file from the bench's server.
import { measureTextReader } from './text-readers';

const reader = new URL(self.location.href).searchParams.get('reader') ?? '';
const answer = await fetch('/people.csv');
const bytes = new Uint8Array(await answer.arrayBuffer());
self.postMessage(await measureTextReader(reader, bytes));
