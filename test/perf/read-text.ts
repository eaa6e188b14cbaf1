// One reading of a text file in a process of its own: `READER FILE`. Prints what it took.
import { readFileSync } from 'node:fs';
import { measureTextReader } from './text-readers';

const [reader = '', path = ''] = process.argv.slice(2);
const measured = await measureTextReader(reader, new Uint8Array(readFileSync(path)));
const peakMb = process.resourceUsage().maxRSS / 1024;
process.stdout.write(`${JSON.stringify({ ...measured, peakMb })}\n`);
