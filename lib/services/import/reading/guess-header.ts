/** Whether a row names the columns: names have no digits at their beginning, differ, and are shorter than most data. */
export function looksLikeHeader(first: readonly string[], others: readonly (readonly string[])[]): boolean {
  const names = first
    .map((name) => name.trim())
    .filter((name, index) => name !== '' || index < first.length - 1);
  const [only = ''] = names;
  if (
    names.length <= 1 &&
    isOneOfThem(
      only,
      others.map((cells) => cells.join('').trim()),
    )
  )
    return false;
  const hasData = (text: string) => /^[+-]?\d/.test(text) || text.includes('@');
  const given = names.filter((name) => name !== '');
  return names.every((name) => name.length <= 60 && !hasData(name)) && new Set(given).size === given.length;
}

/** In a file of codes alone the first line is no name when it is as long as the others and mixed of the same: OpenIDs. */
function isOneOfThem(first: string, others: readonly string[]): boolean {
  const digits = /\d/;
  return (
    first.length >= 6 &&
    others.every((other) => other.length === first.length) &&
    (digits.test(first) || !others.every((other) => digits.test(other)))
  );
}
