// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { pastedSource } from '../../../../renderer/screens/open-file/pasted-source';
import { SheetSession } from '../../../../renderer/worker/sheet-session';

function makeClipboard(text: string, ...files: readonly File[]): Pick<DataTransfer, 'files' | 'getData'> {
  return { files: files as unknown as FileList, getData: (type) => (type === 'text/plain' ? text : '') };
}

async function openPasted(text: string) {
  const pasted = pastedSource(makeClipboard(text));
  if (pasted === null) throw new Error('Nothing was pasted.');
  const session = new SheetSession();
  await session.open(pasted.source, pasted.fileName, pasted.choice);
  return session;
}

describe('pasting', () => {
  it('reads cells from a spreadsheet, commas and accents inside them included', async () => {
    const session = await openPasted(
      'Full name\tE-Mail\r\nMüller, Jürgen\tj@example.com\r\nNguyễn Minh Anh\tm@example.com\r\n',
    );
    expect(session.rawRows(2, 3).map(({ cells }) => cells)).toEqual([
      ['Müller, Jürgen', 'j@example.com'],
      ['Nguyễn Minh Anh', 'm@example.com'],
    ]);
  });

  it('reads pasted CSV text as a CSV file', async () => {
    const session = await openPasted('email,first name\nada@example.com,Ada\n');
    expect(session.rawRows(2, 2)[0]?.cells).toEqual(['ada@example.com', 'Ada']);
  });

  it('takes a file where there is no text, and nothing where there is neither', () => {
    const file = new File(['x'], 'list.xlsx');
    expect(pastedSource(makeClipboard('', file))).toEqual({ fileName: 'list.xlsx', source: file });
    expect(pastedSource(makeClipboard('  '))).toBeNull();
  });
});
