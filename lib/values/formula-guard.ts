const DANGEROUS = /^'*[=+\-@\t\r]/;
const NUMBER_LIKE = /^[+-][\d\s().,-]+$/;

/**
 * Keeps a spreadsheet from running a cell as a formula: a mark in front of what could be one. Phones and amounts
 * stay as they are. `withoutGuard` takes exactly this mark away again, so a file survives the way there and back.
 */
export function withGuard(text: string): string {
  return DANGEROUS.test(text) && !NUMBER_LIKE.test(text) ? `'${text}` : text;
}

export function withoutGuard(text: string): string {
  return text.startsWith("'") && DANGEROUS.test(text) ? text.slice(1) : text;
}
