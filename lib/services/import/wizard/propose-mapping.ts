import type { FileSpec, ImportMapping, ValueSpec } from '@/lib/contracts/import-mapping';
import type { GuessedColumn } from '@/lib/contracts/imports';

const PERSONAL_NAME = /姓名|名字|昵称|生日|出生|地址|身份证|^name$|full_?name|nick|birth|address/i;
const EVENT_TIME = /时间|日期|date|time|_at$/i;

/** A mapping made of the guesses: what the wizard begins with. Null when nothing looks like an identity or a date. */
export function proposeMapping(
  kind: ImportMapping['kind'],
  columns: readonly GuessedColumn[],
  { file, timeZone, source, empty }: { file: FileSpec; timeZone: string; source: string; empty: string[] },
): ImportMapping | null {
  const identities = columns.flatMap(({ name, identity }) =>
    identity === null ? [] : { column: name, type: identity },
  );
  const unique = identities.filter(
    ({ type }, index) => identities.findIndex((one) => one.type === type) === index,
  );
  if (unique.length === 0) return null;
  const used = new Set(unique.map(({ column }) => column));
  const shared = { version: 1 as const, file, timeZone, source, empty, identities: unique.slice(0, 10) };
  if (kind === 'members') {
    const attributes = columns
      .filter(({ name, filled }) => !used.has(name) && filled > 0)
      .map(({ name, key, label, value }) => ({
        column: name,
        path: `attrs.${key}`,
        label,
        personal: PERSONAL_NAME.test(name),
        value,
      }));
    return { kind, ...shared, attributes, consent: [] };
  }
  const at = eventTime(columns);
  if (at === null || !isDate(at.value)) return null;
  const props = columns
    .filter(({ name, filled }) => !used.has(name) && name !== at.name && filled > 0)
    .map(({ name, key, label, value }) => ({ column: name, path: `props.${key}`, label, value }));
  return {
    kind,
    ...shared,
    eventType: { fixed: 'order', label: { zh: '下单', en: 'Order' } },
    at: { column: at.name, format: at.value.format },
    props,
    id: null,
    changed: 'keep',
    createMembers: true,
  };
}

/** The date that every row has, by its name if there are several. */
function eventTime(columns: readonly GuessedColumn[]): GuessedColumn | null {
  const dates = columns.filter(({ value, filled }) => isDate(value) && filled > 0.95);
  return dates.find(({ name }) => EVENT_TIME.test(name)) ?? dates[0] ?? null;
}

/** A day is an instant too, where one is asked for: the one at which it begins. */
function isDate(value: ValueSpec): value is Extract<ValueSpec, { type: 'date' | 'day' }> {
  return value.type === 'date' || value.type === 'day';
}
