import { describe, expect, it } from 'vitest';
import { nextRuns } from './next-runs';

const from = new Date('2026-11-22T08:30:00Z');
const zone = 'Asia/Shanghai';
const iso = (runs: Date[] | null) => runs?.map((run) => run.toISOString());

describe('the next runs', () => {
  it('are on the hour, and at local times', () => {
    expect(iso(nextRuns({ every: 'hour' }, zone, from))?.[0]).toBe('2026-11-22T09:00:00.000Z');
    expect(iso(nextRuns({ every: 'day', at: '07:30' }, zone, from))).toEqual([
      '2026-11-22T23:30:00.000Z',
      '2026-11-23T23:30:00.000Z',
      '2026-11-24T23:30:00.000Z',
    ]);
  });

  it('follow a cron line of five fields', () => {
    expect(iso(nextRuns({ every: 'cron', cron: '0 6 * * 1' }, zone, from))?.[0]).toBe(
      '2026-11-22T22:00:00.000Z',
    );
  });

  it('are unknown for a line that can not be read, and none for one that never comes', () => {
    expect(nextRuns({ every: 'cron', cron: 'every monday' }, zone, from)).toBeNull();
    expect(nextRuns({ every: 'cron', cron: '0 0 6 * * 1' }, zone, from)).toBeNull();
    expect(nextRuns({ every: 'cron', cron: '0 0 30 2 *' }, zone, from)).toEqual([]);
  });
});
