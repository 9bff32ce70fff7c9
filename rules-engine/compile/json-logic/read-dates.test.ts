import { describe, expect, test } from 'vitest';
import { apply } from './apply';
import { readDates } from './read-dates';

const at = Date.parse('2026-03-31T15:59:59Z');
const spec = {
  fn: 'count',
  eventType: 'order',
  of: null,
  from: at - 1_000,
  to: at,
  timeZone: 'UTC',
  where: true,
};
const counted = { '>=': [{ event_aggregate: [spec] }, 1] };
const joined = { '===': [{ field: ['attrs.joined', 'date'] }, at] };
const result = (rule: unknown, data: unknown) => {
  const read = readDates(rule, data);
  return read.ok ? apply(rule, read.data) : read;
};

describe('dates that are written in JSON', () => {
  test.each(['2026-03-31T15:59:59Z', '2026-03-31T23:59:59+08:00', '2026-03-31T15:59:59.000Z'])(
    '%s is read',
    (text) => {
      expect(result(counted, { events: [{ type: 'order', at: text }] })).toEqual({ ok: true, result: true });
      expect(result(joined, { attrs: { joined: text } })).toEqual({ ok: true, result: true });
      const dueAt = { '===': [{ field: ['props.dueAt', 'date'] }, at] };
      const due = { '>=': [{ event_aggregate: [{ ...spec, where: dueAt }] }, 1] };
      const order = { type: 'order', at: { $date: text }, props: { dueAt: text } };
      expect(result(due, { events: [order] })).toEqual({ ok: true, result: true });
      expect(
        result({ with: [{ values: [joined], rule: { value: 0 } }] }, { attrs: { joined: text } }),
      ).toEqual({
        ok: true,
        result: true,
      });
    },
  );

  test.each([
    '2026-03-31',
    '2026-03-31T15:59:59',
    '31/03/2026',
    'soon',
    '2026-13-45T00:00:00Z',
    1_774_972_799_000,
    true,
    [],
    {},
  ])('%j is refused with a sentence that says where', (written) => {
    const found = result(joined, { attrs: { joined: written } });
    expect(found).toMatchObject({ ok: false, code: 'bad-date' });
    if (!found.ok) {
      expect(found.message.en).toContain('“attrs.joined”');
      expect(found.message.zh).toMatch(/\p{Script=Han}/u);
    }
    const second = [
      { type: 'order', at: '2026-03-31T15:59:59Z' },
      { type: 'order', at: written },
    ];
    expect(result(counted, { events: second })).toMatchObject({ ok: false, code: 'bad-date' });
  });

  test('an event without a time can’t be counted, and says so', () => {
    for (const event of [{ type: 'order' }, { type: 'order', at: null }]) {
      const found = result(counted, { events: [event] });
      expect(found).toMatchObject({ ok: false, code: 'bad-date' });
      if (!found.ok) expect(found.message.en).toContain('“events.0.at”');
    }
  });

  test('what no rule reads as a date stays as it is, and so does what isn’t there', () => {
    const data = { attrs: { joined: null, city: '2026-03-31' }, events: [{ type: 'visit', at: 'soon' }] };
    expect(readDates(joined, data)).toEqual({ ok: true, data });
    expect(readDates(counted, data)).toEqual({ ok: true, data });
    expect(readDates(joined, { attrs: 5 })).toEqual({ ok: true, data: { attrs: 5 } });
    expect(readDates(joined, [1])).toEqual({ ok: true, data: [1] });
    const written = { attrs: { joined: { $date: '2026-03-31T15:59:59Z' } } };
    expect(result(joined, written)).toEqual({ ok: true, result: true });
  });

  test('a rule that can’t be run is refused as ever', () => {
    expect(readDates({ nonsense: 1 }, {})).toMatchObject({ ok: false, code: 'unknown-operation' });
  });
});
