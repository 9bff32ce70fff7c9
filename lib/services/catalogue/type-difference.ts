import type { Field, FieldType } from '@/lib/contracts/catalogue';
import type { LocalText } from '@/lib/contracts/local-text';

/** What a place of the catalogue holds, or what is to be put there: a type, with the currency of money. */
export type Held = Pick<Field, 'type' | 'unit'>;

/** The types as sentences name them. */
export const typeNames: Record<FieldType, LocalText> = {
  text: { zh: '文字', en: 'text' },
  option: { zh: '选项', en: 'an option' },
  number: { zh: '数字', en: 'a number' },
  money: { zh: '金额', en: 'money' },
  boolean: { zh: '是/否', en: 'yes or no' },
  date: { zh: '时间', en: 'a date and time' },
  day: { zh: '日期', en: 'a calendar date' },
  list: { zh: '列表', en: 'a list' },
};

/** Whether values of the one can't stand among those of the other: another type, or money in another currency. */
export function differs(a: Held, b: Held): boolean {
  return a.type !== b.type || (a.type === 'money' && a.unit !== b.unit);
}

/** A type in words, with its unit: `金额（CNY）`, `money in CNY`. */
export function heldText({ type, unit }: Held): LocalText {
  const name = typeNames[type];
  if (unit === null) return name;
  return type === 'money'
    ? { zh: `${name.zh}（${unit}）`, en: `${name.en} in ${unit}` }
    : { zh: `${name.zh}（${unit}）`, en: `${name.en} (${unit})` };
}
