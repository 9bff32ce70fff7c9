import { describe, expect, it } from 'vitest';
import { createFormatter } from './format';

const zh = createFormatter({ locale: 'zh-CN', timeZone: 'Asia/Shanghai', currency: 'CNY' });
const en = createFormatter({ locale: 'en', timeZone: 'America/New_York', currency: 'USD' });

describe('numbers', () => {
  it('groups by locale and keeps at most two decimals', () => {
    expect(zh.number(23570)).toBe('23,570');
    expect(en.number(1234.5678)).toBe('1,234.57');
    expect(en.number(1234.5678, 0)).toBe('1,235');
  });
  it('is compact with the unit of the language', () => {
    expect(zh.compact(12_345)).toBe('1.2 万');
    expect(en.compact(12_345)).toBe('12K');
    expect(zh.compact(812)).toBe('812');
  });
  it('gives shares one decimal, and no share of nothing', () => {
    expect(zh.share(3902, 23570)).toBe('16.6%');
    expect(en.share(1, 1)).toBe('100.0%');
    expect(en.share(5, 0)).toBe('–');
    expect(en.share(0.5)).toBe('50.0%');
  });
  it('never shows NaN', () => {
    for (const text of [
      zh.number(Number.NaN),
      zh.compact(Number.NaN),
      zh.money(Number.NaN),
      zh.bytes(Number.NaN),
    ])
      expect(text).toBe('–');
  });
});

describe('money', () => {
  it('comes from the smallest unit of its currency', () => {
    expect(zh.money(1250)).toBe('¥12.50');
    expect(en.money(1250)).toBe('$12.50');
    expect(zh.money(1250, 'USD')).toBe('$12.50');
  });
  it('knows currencies without a smaller unit, and with three digits', () => {
    expect(en.money(1250, 'JPY')).toBe('¥1,250');
    expect(en.money(1250, 'KWD')).toContain('1.250');
  });
  it('writes an unknown code as a plain amount', () => {
    expect(en.money(1250, 'not a code')).toBe('12.50');
  });
});

describe('instants', () => {
  const at = '2026-11-22T16:03:09Z';
  it('are in the workspace zone', () => {
    expect(zh.instant(at)).toBe('2026-11-23 00:03');
    expect(en.instant(at, { seconds: true })).toBe('2026-11-22 11:03:09');
    expect(zh.date(at)).toBe('2026-11-23');
  });
  it('are blank when they are not instants', () => {
    expect(zh.instant('yesterday')).toBe('–');
    expect(zh.date('')).toBe('–');
  });
  it('are told relative to now', () => {
    const now = '2026-11-22T16:06:30Z';
    expect(zh.relative(at, now)).toBe('3分钟前');
    expect(en.relative(at, now)).toBe('3 min. ago');
    expect(en.relative('2026-11-20T16:03:09Z', now)).toBe('2 days ago');
    expect(en.relative('2024-11-20T16:03:09Z', now)).toBe('2 yr. ago');
  });
});

describe('sizes and durations', () => {
  it('are short and in words', () => {
    expect(en.duration(420)).toBe('420 ms');
    expect(zh.duration(3_240)).toBe('3.2 秒');
    expect(en.duration(250_000)).toBe('4 min 10 s');
    expect(en.bytes(1_950_500)).toBe('1.9 MB');
    expect(en.bytes(0)).toBe('0 B');
  });
});
