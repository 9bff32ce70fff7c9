import { expect, test } from 'vitest';
import { applyFix } from './apply-fix';
import type { ImportDraft } from './import-draft';

const money = { type: 'money', currency: 'USD', amount: 'major' } as const;
const draft: ImportDraft = {
  kind: 'events',
  file: { format: 'csv', encoding: 'utf-8', header: true, delimiter: ',' },
  timeZone: 'UTC',
  source: 'cdnow',
  columns: [
    { name: 'day', target: { to: 'at', format: 'YYYYMMDD' } },
    { name: 'dollars', target: { to: 'field', path: 'props.amount', personal: false, value: money } },
  ],
  eventType: { key: 'order' },
  changed: 'keep',
  createMembers: true,
  chosen: [],
};

test('a way out changes what it says and nothing else', () => {
  const stored = applyFix(draft, { do: 'path', column: 'dollars', path: 'props.amount_usd' });
  expect(stored).toEqual({
    ...draft,
    columns: [
      draft.columns[0],
      { name: 'dollars', target: { to: 'field', path: 'props.amount_usd', personal: false, value: money } },
    ],
  });
  const label = { zh: '下单（cdnow）', en: 'Order (cdnow)' };
  expect(applyFix(draft, { do: 'eventType', type: 'cdnow_order', label })).toEqual({
    ...draft,
    eventType: { key: 'cdnow_order', label },
  });
});
