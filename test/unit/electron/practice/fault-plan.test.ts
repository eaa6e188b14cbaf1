import { describe, expect, it } from 'vitest';
import { createFaultPlan, isRefusedByFault } from '../../../../electron/practice/fault-plan';
import { type PracticeFaults, parsePracticeFaults } from '../../../../electron/practice/faults';

function makePlan(faults: PracticeFaults, seed = 1) {
  return createFaultPlan(parsePracticeFaults(faults), seed);
}

describe('createFaultPlan', () => {
  it('lets everything through without faults', () => {
    const plan = makePlan({});
    expect(Array.from({ length: 50 }, (_, index) => plan.decide(index % 2 === 0, index).kind)).toEqual(
      Array(50).fill('answer'),
    );
    expect(plan.nextLatencyMs()).toBe(0);
  });

  it('fills the token bucket with time, never above the burst', () => {
    const plan = makePlan({ rateLimit: { perSecond: 10, burst: 2 } });
    const at = (nowMs: number): string => plan.decide(true, nowMs).kind;
    expect([at(0), at(0), at(0)]).toEqual(['answer', 'answer', 'limit']);
    expect([at(99), at(100), at(101)]).toEqual(['limit', 'answer', 'limit']);
    expect([at(60_000), at(60_000), at(60_000)]).toEqual(['answer', 'answer', 'limit']);
  });

  it('does not count what the limit refused among the requests that failures number', () => {
    const plan = makePlan({
      storm: { afterRequests: 0, count: 2 },
      failures: [{ kind: 'reset', requestNumbers: [1] }],
    });
    expect([1, 2, 3, 4].map((nowMs) => plan.decide(true, nowMs).kind)).toEqual([
      'limit',
      'limit',
      'fail',
      'answer',
    ]);
  });

  it('fails about the asked share, and others for another seed', () => {
    const hits = (seed: number): boolean[] => {
      const plan = makePlan({ failures: [{ kind: 'reset', share: 0.1 }] }, seed);
      return Array.from({ length: 2_000 }, (_, index) => plan.decide(true, index).kind === 'fail');
    };
    const share = hits(1).filter(Boolean).length / 2_000;
    expect(share).toBeGreaterThan(0.08);
    expect(share).toBeLessThan(0.12);
    expect(hits(1)).toEqual(hits(1));
    expect(hits(1)).not.toEqual(hits(2));
  });

  it('draws the latency from the range', () => {
    const plan = makePlan({ latencyMs: { fromMs: 20, toMs: 80 } });
    const latencies = Array.from({ length: 200 }, () => plan.nextLatencyMs());
    expect(Math.min(...latencies)).toBeGreaterThanOrEqual(20);
    expect(Math.max(...latencies)).toBeLessThanOrEqual(80);
    expect(new Set(latencies).size).toBeGreaterThan(20);
  });
});

describe('isRefusedByFault', () => {
  it('refuses about the asked share by address, whatever its letters', () => {
    const emails = Array.from({ length: 2_000 }, (_, index) => `person${index}@example.com`);
    const refused = emails.filter((email) => isRefusedByFault(email, 0.05, 1));
    expect(refused.length).toBeGreaterThan(60);
    expect(refused.length).toBeLessThan(140);
    for (const email of refused) expect(isRefusedByFault(` ${email.toUpperCase()}`, 0.05, 1)).toBe(true);
    expect(emails.some((email) => isRefusedByFault(email, 0, 1))).toBe(false);
    expect(emails.every((email) => isRefusedByFault(email, 1, 1))).toBe(true);
  });
});

describe('parsePracticeFaults', () => {
  it.each([
    [{ refusedShare: 2 }],
    [{ latencyMs: -1 }],
    [{ storm: { count: 3 } }],
    [{ failures: [{ kind: 'server-error', status: 404 }] }],
    [{ failures: [{ kind: 'reset', evryNth: 3 }] }],
    [{ unknownFault: true }],
    [null],
  ])('refuses %j', (faults) => {
    expect(() => parsePracticeFaults(faults)).toThrow();
  });
});
