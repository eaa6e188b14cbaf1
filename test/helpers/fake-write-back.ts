import { createHash } from 'node:crypto';
import type { RequestChannel, RequestInput, RequestOutput } from '../../shared/ipc/contract';

type Channels = Extract<RequestChannel, `copies:${string}`>;
type Answers = {
  [Channel in Channels]: (
    input: RequestInput<Channel>,
  ) => RequestOutput<Channel> | Promise<RequestOutput<Channel>>;
};

/** The file of a made-up run of three people. */
export const writeBackText =
  'Email,City\r\nana@example.com,Brno\r\nminh@example.com,Huế\r\nzoe@example.com,Liège\r\n';
const bytes = new TextEncoder().encode(writeBackText);

const people = [
  ['ana@example.com', 'Brno'],
  ['minh@example.com', 'Huế'],
  ['zoe@example.com', 'Liège'],
];

/** Results of three people for their file, which is not kept unless `kept` says so. `saved` gets the copy. */
export function makeWriteBackAnswers({
  kept = false,
  saved = () => undefined,
}: {
  kept?: boolean;
  saved?: (copy: Uint8Array) => void;
} = {}): Answers {
  let pieces: Uint8Array[] = [];
  return {
    'copies:open': () => ({
      order: {
        source: {
          fileName: 'Graduate fair Hanoi 2026.csv',
          sizeBytes: bytes.length,
          sha256: createHash('sha256').update(bytes).digest('hex'),
          sheetName: null,
          headerRow: 1,
          columns: [
            { letter: 'A', header: 'Email' },
            { letter: 'B', header: 'City' },
          ],
          reading: { encoding: 'utf-8', delimiter: ',' },
        },
        columns: [
          { header: 'Outcome', width: 14 },
          { header: 'What happened', width: 48 },
        ],
      },
      rowCount: people.length,
      fileState: kept ? 'whole' : 'missing',
    }),
    'copies:list-rows': ({ fromOrdinal }) => ({
      rows: people.slice(fromOrdinal, fromOrdinal + 2).map((cells, index) => ({
        rowNumber: fromOrdinal + index + 2,
        cells,
        values: [
          { kind: 'text', text: 'Done' },
          { kind: 'text', text: 'Invited' },
        ],
      })),
      nextOrdinal: fromOrdinal === 0 ? 2 : null,
    }),
    'copies:read-source': ({ offset }) => ({ bytes: bytes.slice(offset) }),
    'copies:add-bytes': ({ offset, bytes: piece }) => {
      pieces = offset === 0 ? [piece] : [...pieces, piece];
      return { heldBytes: offset + piece.length };
    },
    'copies:save': ({ fileName, rowCount }) => {
      saved(Buffer.concat(pieces));
      return { kind: 'saved', fileName, savedId: 'saved-copy', rowCount };
    },
  };
}
