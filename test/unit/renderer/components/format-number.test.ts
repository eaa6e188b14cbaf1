import { describe, expect, it } from 'vitest';
import { toDisplayLocale } from '../../../../renderer/components/display-locale';
import {
  formatCount,
  formatNumber,
  formatRate,
  formatShortNumber,
  formatSize,
} from '../../../../renderer/components/format-number';

describe('numbers on the screen', () => {
  it('keeps English words and takes the region of the system', () => {
    expect(toDisplayLocale('de-DE')).toBe('en-DE');
    expect(toDisplayLocale('zh-Hant-TW')).toBe('en-TW');
    expect(toDisplayLocale('cs')).toBe('en-GB');
  });

  it('groups thousands', () => {
    expect(formatNumber(35_000)).toBe('35,000');
    expect([539, 2580, 50_000].map(formatShortNumber)).toEqual(['539', '2.6K', '50K']);
  });

  it('says one row and several rows', () => {
    expect(formatCount(1, 'row')).toBe('1 row');
    expect(formatCount(0, 'row')).toBe('0 rows');
    expect(formatCount(2306, 'person', 'people')).toBe('2,306 people');
  });

  it('gives slow rates one digit and quick ones none', () => {
    expect(formatRate(2.44)).toBe('2.4 a second');
    expect(formatRate(118.6)).toBe('119 a second');
  });

  it('gives sizes that a recruiter knows from the file manager', () => {
    expect(formatSize(12)).toBe('1 KB');
    expect(formatSize(219_136)).toBe('214 KB');
    expect(formatSize(7_340_032)).toBe('7.0 MB');
  });
});
