const han = /\p{Script=Han}/u;
/** What stands apart from Chinese characters by a space: letters, digits, and the signs of amounts. */
const foreign = /[\p{Script=Latin}\p{Nd}%¥$€£+−]/u;

/** Chinese text around values: where a value meets it with letters or digits, a space keeps them apart (`至少 4 天`). */
export function spaced(texts: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  const [first = '', ...others] = texts;
  return others.reduce((text, next, i) => joinSpaced([text, String(values[i] ?? ''), next]), first);
}

/** Parts of a Chinese text in a row. */
export function joinSpaced(parts: readonly string[]): string {
  return parts.reduce((text, part) => text + seam(text, part) + part, '');
}

function seam(left: string, right: string): string {
  const before = [...left.slice(-2)].at(-1) ?? '';
  const after = [...right.slice(0, 2)][0] ?? '';
  return (han.test(before) && foreign.test(after)) || (foreign.test(before) && han.test(after)) ? ' ' : '';
}
