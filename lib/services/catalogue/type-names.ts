import type { FieldType, LocalText } from '@/lib/contracts/catalogue';

/** The types as sentences name them. */
export const typeNames: Record<FieldType, LocalText> = {
  text: { zh: '文字', en: 'text' },
  option: { zh: '选项', en: 'option' },
  number: { zh: '数字', en: 'number' },
  money: { zh: '金额', en: 'money' },
  boolean: { zh: '是/否', en: 'yes/no' },
  date: { zh: '时间', en: 'date and time' },
  day: { zh: '日期', en: 'calendar date' },
  list: { zh: '列表', en: 'list' },
};
