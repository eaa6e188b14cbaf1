import { act } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { makeFakeBridge } from '../../../helpers/fake-bridge';
import { makeEarlierInvite } from '../../../helpers/make-earlier-invite';
import { paste, renderNewBatch, shows } from '../../../helpers/render-new-batch';
import { button, click, find, settle } from '../../../helpers/render-window';

const askedFor: string[] = [];

async function openBatch(cells: string, invited: readonly string[] = []) {
  askedFor.length = 0;
  const { flowmingo } = makeFakeBridge('production', {
    'history:find-invited': ({ personKeys }) => {
      askedFor.push(...personKeys);
      return {
        invited: personKeys
          .filter((key) => invited.includes(key))
          .map((email, ordinal) => makeEarlierInvite({ email, ordinal })),
      };
    },
  });
  await renderNewBatch({ flowmingo });
  paste(cells);
  await shows(/Use (this|these) [\d,]+ rows?/);
}

const fair = [
  'Full name\tE-Mail\tCV',
  'Dušan Kovačević\tdusan@example.com\t',
  'Müller, Jürgen\tjurgen@\thttps://cv.example.com/2',
  'Nguyễn Thị Minh Anh\tsample-3@gmial.com\t',
  'Zoë Lefèvre\tDUSAN@example.com\t',
].join('\n');

describe('from pasted cells to checked rows', () => {
  it('goes step by step, with counts that agree from screen to screen', async () => {
    await openBatch(fair);
    await click(button('Use these 4 rows'));
    await shows(/3 columns will be used/);
    await click(button('Check 4 rows'));
    await shows(/4 rows2 will be sent1 left out1 needs you/);
    expect(() => button(/Go on with/)).toThrow();
    await click(button('Leave it out'));
    await shows(/4 rows2 will be sent2 left out/);
    await shows(/Go on with 2 people/);
  });

  it('fixes all alike, takes it back, and looks a mended address up in the history', async () => {
    await openBatch(fair);
    await click(button('Use these 4 rows'));
    await shows(/will be used/);
    await click(button('Check 4 rows'));
    await shows(/Slip in the email/);
    await vi.waitFor(() => expect(askedFor).toContain('sample-3@gmial.com'));
    await click(button('Fix it: Slip in the email'));
    await shows(/Fixed the email in row 4/);
    await vi.waitFor(async () => {
      await settle();
      expect(askedFor).toContain('sample-3@gmail.com');
    });
    expect(askedFor.filter((key) => key === 'dusan@example.com')).toHaveLength(1);
    await click(button('Undo'));
    await shows(/Taken back: Fixed the email in row 4/);
  });

  it('says who was invited before, and lets the recruiter look at them', async () => {
    await openBatch('E-Mail\tVorname\nada@example.com\tAda\nlin@example.com\tLin', ['ada@example.com']);
    await click(button('Use these 2 rows'));
    await shows(/will be used/);
    await click(button('Check 2 rows'));
    await shows(/Invited before/);
    await click(button(/^Invited before/));
    await shows(/Invited before, to Sales Assessment/);
  });

  it('keeps what was changed when going back and on again', async () => {
    await openBatch(fair);
    await click(button('Use these 4 rows'));
    await shows(/will be used/);
    await click(button('Check 4 rows'));
    await shows(/Leave it out/);
    await click(button('Leave it out'));
    await click(button('Back'));
    await shows(/What is in each column/);
    await click(button('Back'));
    await shows(/4 people in rows 2 to 5/);
    await click(button('Use these 4 rows'));
    await click(button('Check 4 rows'));
    await shows(/Left out by you/);
  });

  it('puts the numbers into the reasons of a large list once they are counted', async () => {
    const people = Array.from({ length: 4500 }, (_, index) => `p${index}@example.com\tAda`);
    await openBatch(['E-Mail\tVorname', ...people].join('\n'));
    await click(button('Use these 4,500 rows'));
    await shows(/Header says E-Mail; all 4,500 are addresses/);
    await click(button('Check 4,500 rows'));
    await shows(/4,500 rows4,500 will be sent/);
  });

  it('leaves the focus at a column that is chosen, wherever its row goes', async () => {
    await openBatch('Nr\tE-Mail\tKürzel\tBemerkung\n1\tada@example.com\tAK\tx\n2\tlin@example.com\tLR\ty');
    await click(button('Use these 2 rows'));
    await shows(/will be used/);
    const field = () => find('select', 'Bemerkung goes to') as HTMLSelectElement;
    const choose = async (value: string) => {
      const before = field();
      act(() => {
        before.focus();
        before.value = value;
        before.dispatchEvent(new Event('change', { bubbles: true }));
      });
      await vi.waitFor(async () => {
        await settle();
        expect(field()).not.toBe(before);
      });
      expect(document.activeElement).toBe(field());
      const reason = document.getElementById(field().getAttribute('aria-describedby') ?? '');
      expect(reason?.textContent).toMatch(/^(You chose this|Flowmingo has no field)/);
      expect(field().value).toBe(value);
    };
    await choose('ats_candidate_id');
    await choose('not-used');
  });

  it('says of a file of gigabytes how large it is, and reads none of it', async () => {
    await renderNewBatch(makeFakeBridge('production', {}));
    const read = vi.fn(async () => new ArrayBuffer(0));
    const file = { name: 'everybody.csv', size: 3 * 1024 ** 3, arrayBuffer: read };
    paste(file);
    await shows(/everybody\.csv cannot be opened/);
    await shows(/It has 3,072\.0 MB, and at most 100 MB can be opened\. Nothing was read/);
    expect(read).not.toHaveBeenCalled();
  });

  it('cannot go on where no column holds an email or a CV link, and says so', async () => {
    await openBatch('Vorname\tStadt\nAda\tKöln\nLin\tPraha');
    await click(button('Use these 2 rows'));
    await shows(/Nobody can be invited without an email or a CV link/);
    expect(button('Check 2 rows').disabled).toBe(true);
    expect(find('select', 'Stadt goes to')).toBeDefined();
  });
});
