import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { duration, ProgressMeter, type Standing } from './progress-meter';
import { progressPrinter } from './progress-printer';

const rows = (done: number, share: number | null, phase = 'read'): Standing => ({
  phase,
  done,
  unit: 'rows',
  share,
});

/** What a printer writes of standings that are told at these times (ms). */
function written(isTTY: boolean, told: readonly (readonly [at: number, standing: Standing])[]): string[] {
  const out: string[] = [];
  let at = 0;
  const printer = progressPrinter({ isTTY, columns: 60, write: (text) => out.push(text) }, () => at);
  for (const [time, standing] of told) {
    at = time;
    printer.tell(standing);
  }
  printer.end();
  return out;
}

describe('how far something is', () => {
  test('says how many, the share, the rate and the time left', () => {
    const meter = new ProgressMeter();
    expect(meter.line(rows(0, 0), 0)).toBe('read: 0 rows · 0%');
    expect(meter.line(rows(20_000, 0.1), 2_000)).toBe('read: 20,000 rows · 10% · 10,000 rows/s · 18 s left');
    expect(meter.line(rows(200_000, 1), 20_000)).toBe('read: 200,000 rows · 100% · 10,000 rows/s');
    expect(meter.line(rows(5, null, 'write'), 21_000)).toBe('write: 5 rows');
  });

  test('the rate is that of late', () => {
    const meter = new ProgressMeter();
    meter.line(rows(0, 0), 0);
    meter.line(rows(100, 0.01), 60_000);
    meter.line(rows(50_100, 0.51), 110_000);
    expect(meter.line(rows(60_100, 0.61), 120_000)).toContain('1,000 rows/s');
  });

  test.each([
    [0.2, '1 s'],
    [45, '45 s'],
    [200, '3 min 20 s'],
    [7_500, '2 h 5 min'],
  ])('%d seconds are %s', (seconds, said) => expect(duration(seconds)).toBe(said));
});

describe('where it is said', () => {
  const told = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 4_000 }), fc.integer({ min: 0, max: 500 })), { minLength: 1 })
    .map((steps) => {
      const total = steps.reduce((sum, [, more]) => sum + more, 1);
      let [at, done] = [0, 0];
      return steps.map(([later, more]) => {
        at += later;
        done += more;
        return [at, rows(done, done / total)] as const;
      });
    });

  test('in a log: at most one whole line in ten seconds', () => {
    fc.assert(
      fc.property(told, (standings) => {
        const out = written(false, standings);
        const last = standings.at(-1)?.[0] ?? 0;
        expect(out.length).toBeLessThanOrEqual(Math.floor(last / 10_000));
        for (const line of out) expect(line).toMatch(/^read: [^\n\r]+\n$/);
      }),
    );
  });

  test('on a terminal: one line, written over, and gone in the end', () => {
    fc.assert(
      fc.property(told, (standings) => {
        const out = written(true, standings);
        expect(out.length).toBeGreaterThan(1);
        expect(out.at(-1)).toBe('\r\u001b[K');
        for (const text of out) {
          expect(text.startsWith('\r\u001b[K')).toBe(true);
          expect(text.length).toBeLessThan(60 + 4);
          expect(text).not.toContain('\n');
        }
      }),
    );
  });
});
