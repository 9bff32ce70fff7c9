const PLAIN = /^[\x20-\x7e]*$/;
const FULL_WIDTH = /[\uff01-\uff5e]/g;
const WIDE_SIGNS: Readonly<Record<string, string>> = { '￥': '¥', '￡': '£', '￦': '₩', '￠': '¢' };

/** Printable ASCII throughout. */
export function isPlain(text: string): boolean {
  return PLAIN.test(text);
}

/**
 * Full-width letters, digits and signs as plain ones, and every kind of space as a space. Nothing else changes: NFKC
 * would make 52 of 5² and 1 of ①.
 */
export function halfWidth(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[￥￡￦￠]/g, (sign) => WIDE_SIGNS[sign] ?? sign)
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ');
}

/** As numbers and dates are read: half width, with the minus sign and the dashes used for it as `-`. */
export function plainText(text: string): string {
  return PLAIN.test(text) ? text : halfWidth(text).replace(/[\u2010-\u2013\u2212\ufe63]/g, '-');
}

/** U+0000 is refused by PostgreSQL, half a surrogate pair by BSON, U+FFFD is what a wrong encoding leaves. */
export function isStorable(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the control character is what is looked for
  return PLAIN.test(text) || !/[\u0000\ufffd]|\p{Surrogate}/u.test(text);
}
