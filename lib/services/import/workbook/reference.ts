/** The column of a cell's name, from 0: `A1` is 0, `AB7` is 27. */
export function columnOf(reference: string): number {
  let column = 0;
  for (const char of reference) {
    const letter = char.toUpperCase().charCodeAt(0) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}

/** The row of a cell's name, from 1. */
export function rowOf(reference: string): number {
  return Number(reference.replace(/^\D+/, ''));
}
