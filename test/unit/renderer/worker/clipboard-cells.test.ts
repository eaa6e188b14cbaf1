// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { parseClipboard, toClipboard } from '../../../../renderer/worker/clipboard-cells';

describe('what a spreadsheet puts on the clipboard', () => {
  it('is rows of cells, without an empty last row', () => {
    expect(parseClipboard('Zoë\tLefèvre\r\nJürgen\tMüller\r\n')).toEqual([
      ['Zoë', 'Lefèvre'],
      ['Jürgen', 'Müller'],
    ]);
  });

  it('keeps line ends, tabs and quotes inside a quoted cell', () => {
    expect(parseClipboard('"two\nlines"\t"say ""hi"""\n5" screen\t')).toEqual([
      ['two\nlines', 'say "hi"'],
      ['5" screen', ''],
    ]);
  });

  it('takes a quote that is never closed for a letter', () => {
    expect(parseClipboard('"Bob" Marley\tx\n"Ann\ty')).toEqual([
      ['"Bob" Marley', 'x'],
      ['"Ann', 'y'],
    ]);
  });

  it('keeps empty cells where they are', () => {
    expect(parseClipboard('\ta\t\t')).toEqual([['', 'a', '', '']]);
    expect(parseClipboard('a\n\nb')).toEqual([['a'], [''], ['b']]);
    expect(parseClipboard('')).toEqual([['']]);
  });

  it('reads text full of quotes that never close in a time that grows with its length', () => {
    const hostile = '"a""\t'.repeat(40_000);
    const startedAtMs = performance.now();
    expect(parseClipboard(hostile)[0]).toHaveLength(40_001);
    // A reader that looks to the end for every quote takes minutes for this.
    expect(performance.now() - startedAtMs).toBeLessThan(10_000);
  });
});

describe('what the grid puts on the clipboard', () => {
  it('comes back the same from a spreadsheet’s rules, whatever the cells hold', () => {
    const cells = [
      ['two\nlines', 'a\ttab', '"quoted"'],
      ['5" screen', '', 'Nguyễn'],
    ];
    expect(parseClipboard(toClipboard(cells).text)).toEqual(cells);
  });

  it('cannot become a formula', () => {
    const { text, html } = toClipboard([['=HYPERLINK("http://x.example")', '+1', 'plain']]);
    expect(text).toBe('\'=HYPERLINK("http://x.example")\t\'+1\tplain');
    expect(html).not.toMatch(/<td[^>]*>[=+]/);
  });

  it('keeps zeros in Excel, and never breaks out of its table', () => {
    const { html } = toClipboard([['00417', '<img src=x>&"']]);
    expect(html).toContain('mso-number-format:"\\@"');
    expect(html).toContain('>00417</td>');
    expect(html).toContain('&lt;img src=x&gt;&amp;&quot;');
  });
});
