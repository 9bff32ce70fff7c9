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
  'cut-off': {
    zh: '文件到这里就断了，后面的内容没有传完或没有导出完。',
    en: 'The file ends in the middle: it was not sent or not exported whole.',
  },
  'spreadsheet-error': {
    zh: '单元格里是表格软件的错误值“{value}”。',
    en: 'The cell holds the error {value} of the spreadsheet.',
  },
  'formula-without-value': {
    zh: '公式没有保存计算结果，请用 Excel 打开并保存一次再上传。',
    en: 'The formula has no stored result. Open the workbook in Excel, save it and upload that.',
  },
  'merged-cell': {
    zh: '这是合并单元格的一部分，只有第一行有值。请先取消合并，把每一行填好。',
    en: 'The cell is part of a merged one, which only its first row has. Unmerge it and fill every row.',
  },
  'nested-too-deep': {
    zh: '嵌套超过 {limit} 层。',
    en: 'Objects and lists are nested more than {limit} deep.',
  },
  'repeated-key': {
    zh: '同一对象里“{value}”出现了两次，值不同。',
    en: 'The key “{value}” stands twice in one object, with different values.',
  },
  'broken-text': {
    zh: '有无法识别的字符，请检查文件编码。',
    en: 'Some characters can’t be read. Check the encoding.',
  },
  'no-identity': { zh: '没有任何身份标识。', en: 'There is no identity in this row.' },
  'not-a-phone': { zh: '“{value}”不是有效的手机号。', en: '“{value}” is not a valid phone number.' },
  'not-an-email': { zh: '“{value}”不是有效的邮箱。', en: '“{value}” is not a valid email address.' },
  'empty-word': {
    zh: '“{value}”通常表示没有值，不能作为标识或编号；可在“表示空的词”里加上它。',
    en: '“{value}” usually stands for nothing and can’t tell who or which it is. Add it to the words that mean empty.',
  },
  'truth-value-as-id': {
    zh: '“{value}”是真假值，不能作为标识或编号。',
    en: '“{value}” is a truth value: it can’t tell who or which it is.',
  },
  'not-a-whole-number': {
    zh: '“{value}”是带小数的数字，不能作为标识或编号。',
    en: '“{value}” is a number with decimals: it can’t tell who or which it is.',
  },
  'shortened-by-spreadsheet': {
    zh: '“{value}”是表格软件把长数字缩写成的，原来的数字已丢失；请把这一列设为文本后重新导出。',
    en: 'A spreadsheet shortened a long number to “{value}”; its digits are gone. Export it anew with the column as text.',
  },
  'not-an-identity': { zh: '“{value}”不能作为身份标识。', en: '“{value}” can’t be an identity.' },
  'unknown-member': { zh: '没有这个标识对应的会员。', en: 'No member has this identity.' },
  'identity-conflict': {
    zh: '这一行的标识分属不同会员（{members}），请先核对。',
    en: 'The identities in this row belong to different members ({members}).',
  },
  'shared-identity': {
    zh: '“{shared}”是另一位会员的，那位会员的 {type} 是“{other}”，这一行是“{own}”；按设置不合并。',
    en: '“{shared}” belongs to a member whose {type} is “{other}”, and this row says “{own}”: the mapping keeps them apart.',
  },
  'event-of-another-member': {
    zh: '这条行为已经记在另一位会员（{member}）名下。',
    en: 'This event is stored as that of another member ({member}).',
  },
  'no-date': { zh: '没有发生时间。', en: 'There is no date.' },
  'no-event-type': { zh: '没有事件类型。', en: 'There is no event type.' },
  'unknown-event-type': { zh: '“{value}”没有对应的事件类型。', en: 'No event type is mapped to “{value}”.' },
  'property-holds-other': {
    zh: '事件“{type}”的 {path} 存的是{isZh}，这一列却按{readZh}读取。请换一个字段来存，或换一个行为类型。',
    en: '{path} of the event “{type}” holds {isEn}, but this column is read as {readEn}. Store it in another field, or use another kind of event.',
  },
  // As rows were rejected before both types were named: records of then still have it.
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
  'number-not-exact': {
    zh: '“{value}”的有效数字太多，无法精确保存。',
    en: '“{value}” has more digits than can be stored exactly.',
  },
  'other-currency': {
    zh: '“{value}”不是 {currency} 的金额，是另一种货币。',
    en: '“{value}” is in another currency than {currency}.',
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
