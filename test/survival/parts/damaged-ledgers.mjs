/**
 * Ledgers that a disk has spoilt, each made from one that was whole, and the fingerprint that says whether anybody has touched them since.
 */
import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, statSync, truncateSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** SQLite's page, of which whole ones are overwritten. */
const pageBytes = 4096;
const spoiltPages = 4;

const ledgerOf = (dataDir) => join(dataDir, 'ledger.sqlite');
const logOf = (dataDir) => `${ledgerOf(dataDir)}-wal`;

function overwrite(path, offset, length) {
  const file = openSync(path, 'r+');
  // Bytes that are neither text nor anything that SQLite writes, and always the same.
  writeSync(file, Buffer.alloc(length, 0xa5), 0, length, offset);
  closeSync(file);
}

function overwriteMiddle(path) {
  const middlePage = Math.floor(statSync(path).size / 2 / pageBytes);
  overwrite(path, middlePage * pageBytes, spoiltPages * pageBytes);
}

/** What can be wrong, by name; each is done to the ledger of a data folder. */
export const damages = {
  'bytes overwritten in the middle': (dataDir) => overwriteMiddle(ledgerOf(dataDir)),
  'its beginning overwritten': (dataDir) => overwrite(ledgerOf(dataDir), 0, 100),
  'cut off in the middle': (dataDir) =>
    truncateSync(ledgerOf(dataDir), Math.floor(statSync(ledgerOf(dataDir)).size / 2)),
  empty: (dataDir) => truncateSync(ledgerOf(dataDir), 0),
  'its log overwritten in the middle': (dataDir) => overwriteMiddle(logOf(dataDir)),
};

/** Changes with any byte of the ledger and of its log. An empty log is none: it holds nothing. */
export function fingerprintLedger(dataDir) {
  const hash = createHash('sha256');
  for (const path of [ledgerOf(dataDir), logOf(dataDir)])
    if (existsSync(path)) hash.update(readFileSync(path));
  return hash.digest('hex');
}
