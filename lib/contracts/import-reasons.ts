/** Why a row is rejected: the sentence in both languages; `{name}` is a parameter. */
export const importReasons = {
  'line-too-long': { zh: '这一行超过 {limit} 个字符。', en: 'The line is longer than {limit} characters.' },
  'too-many-columns': {
    zh: '这一行有 {n} 列，表头只有 {expected} 列。',
    en: 'The line has {n} columns, the header {expected}.',
  },
  'too-few-columns': {
    zh: '这一行只有 {n} 列，表头有 {expected} 列。',
    en: 'The line has only {n} columns, the header {expected}.',
  },
  'broken-quotes': { zh: '引号不成对。', en: 'A quotation mark is not closed.' },
  'broken-json': { zh: '不是有效的 JSON 对象。', en: 'This is not a valid JSON object.' },
  'broken-text': {
    zh: '有无法识别的字符，请检查文件编码。',
    en: 'Some characters can’t be read. Check the encoding.',
  },
  'no-identity': { zh: '没有任何身份标识。', en: 'There is no identity in this row.' },
  'not-a-phone': { zh: '“{value}”不是有效的手机号。', en: '“{value}” is not a valid phone number.' },
  'not-an-email': { zh: '“{value}”不是有效的邮箱。', en: '“{value}” is not a valid email address.' },
  'not-an-identity': { zh: '“{value}”不能作为身份标识。', en: '“{value}” can’t be an identity.' },
  'unknown-member': { zh: '没有这个标识对应的会员。', en: 'No member has this identity.' },
  'identity-conflict': {
    zh: '这一行的标识分属不同会员（{members}），请先核对。',
    en: 'The identities in this row belong to different members ({members}).',
  },
  'no-date': { zh: '没有发生时间。', en: 'There is no date.' },
  'no-event-type': { zh: '没有事件类型。', en: 'There is no event type.' },
  'unknown-event-type': { zh: '“{value}”没有对应的事件类型。', en: 'No event type is mapped to “{value}”.' },
  'property-type-differs': {
    zh: '事件“{type}”的属性 {path} 在字段目录中是另一种类型。',
    en: 'In the catalogue, {path} of the event “{type}” has another type.',
  },
  'no-event-id': { zh: '没有事件编号。', en: 'There is no event id.' },
  'not-a-date': {
    zh: '“{value}”不是 {format} 格式的日期。',
    en: '“{value}” is not a date of the form {format}.',
  },
  'day-with-time': {
    zh: '“{value}”带有具体时间或时区，而这个字段只记日期。要保留时间，请新建一个“时间”类型的字段。',
    en: '“{value}” carries a time of day or a zone, but this field holds calendar dates. To keep the time, use a new field of the type date and time.',
  },
  'not-a-number': { zh: '“{value}”不是数字。', en: '“{value}” is not a number.' },
  'not-an-amount': { zh: '“{value}”不是金额。', en: '“{value}” is not an amount.' },
  'too-many-decimals': {
    zh: '“{value}”的小数超过 {digits} 位。',
    en: '“{value}” has more than {digits} decimals.',
  },
  'number-too-large': {
    zh: '“{value}”太大，无法精确保存。',
    en: '“{value}” is too large to be stored exactly.',
  },
  'not-a-boolean': { zh: '“{value}”不是“是/否”。', en: '“{value}” is neither yes nor no.' },
  'unknown-option': { zh: '“{value}”不在选项中。', en: '“{value}” is not one of the options.' },
  'text-too-long': { zh: '文字超过 {limit} 个字符。', en: 'The text is longer than {limit} characters.' },
  'list-too-long': { zh: '列表超过 {limit} 项。', en: 'The list has more than {limit} entries.' },
  'not-a-text': {
    zh: '这里应是文字，而不是对象或嵌套列表。',
    en: 'A text was expected, not an object or nested list.',
  },
} as const satisfies Record<string, { zh: string; en: string }>;

export type ImportReasonCode = keyof typeof importReasons;

/** What is wrong with one cell, or with a whole row when `column` is null. */
export interface ImportReason {
  code: ImportReasonCode;
  column: string | null;
  params: Record<string, string | number>;
}

/** The sentence of a reason. */
export function reasonText(
  { code, params }: Pick<ImportReason, 'code' | 'params'>,
  locale: 'zh' | 'en',
): string {
  return importReasons[code][locale].replace(/\{(\w+)\}/g, (whole, name: string) =>
    String(params[name] ?? whole),
  );
}
