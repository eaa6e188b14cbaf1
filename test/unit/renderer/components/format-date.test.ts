import { describe, expect, it } from 'vitest';
import {
  formatCountdown,
  formatDistance,
  formatDuration,
  formatMoment,
  formatTimeLeft,
} from '../../../../renderer/components/format-date';

const nowMs = new Date(2026, 2, 21, 14, 52, 23).getTime();
const at = (...parts: [number, number, number, number, number]) => new Date(...parts).getTime();

describe('moments', () => {
  it('names today and yesterday by the local day, not by hours', () => {
    expect(formatMoment(at(2026, 2, 21, 0, 5), nowMs)).toMatch(/^Today /);
    expect(formatMoment(at(2026, 2, 20, 23, 59), nowMs)).toMatch(/^Yesterday /);
    expect(formatMoment(at(2026, 2, 19, 23, 59), nowMs)).not.toMatch(/day /);
  });

  it('gives the year where it is another', () => {
    expect(formatMoment(at(2025, 11, 30, 9, 0), nowMs)).toContain('2025');
    expect(formatMoment(at(2026, 0, 2, 9, 0), nowMs)).not.toContain('2026');
  });

  it('counts days near by and months far off', () => {
    expect(formatDistance(at(2026, 2, 27, 9, 0), nowMs)).toBe('in 6 days');
    expect(formatDistance(at(2026, 8, 30, 9, 0), nowMs)).toBe('in 6 months');
    expect(formatDistance(at(2026, 2, 18, 9, 0), nowMs)).toBe('3 days ago');
  });
});

describe('lengths of time', () => {
  it('says about how long is left, never to the second', () => {
    expect(formatTimeLeft(3000)).toBe('a few seconds');
    expect(formatTimeLeft(42_000)).toBe('about 40 seconds');
    expect(formatTimeLeft(58_000)).toBe('about 1 minute');
    expect(formatTimeLeft(3 * 60_000)).toBe('about 3 minutes');
    expect(formatTimeLeft(3 * 3_600_000)).toBe('about 3 hours');
  });

  it('says exactly how long a run took', () => {
    expect(formatDuration(8000)).toBe('8 s');
    expect(formatDuration(125_000)).toBe('2 min 5 s');
    expect(formatDuration(8 * 60_000)).toBe('8 min');
    expect(formatDuration(72 * 60_000)).toBe('1 h 12 min');
  });

  it('counts down to nought and stays there', () => {
    expect(formatCountdown(7600)).toBe('0:08');
    expect(formatCountdown(65_000)).toBe('1:05');
    expect(formatCountdown(-400)).toBe('0:00');
  });
});
