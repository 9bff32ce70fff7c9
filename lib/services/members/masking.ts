/** How personal data looks to those who may not see it: enough to tell two members apart, not enough to reach one. */

/** An identity of a type: `+86138****5678`, `a***@example.com`, `oX…3f`. */
export function maskIdentity(type: string, value: string): string {
  if (type === 'phone') return value.length > 8 ? `${value.slice(0, -8)}****${value.slice(-4)}` : maskText(value);
  if (type === 'email') return value.replace(/^(.)[^@]*(?=@)/u, '$1***');
  return value.length > 6 ? `${value.slice(0, 2)}…${value.slice(-2)}` : maskText(value);
}

/** A personal field: the first character of a text, nothing of a number or date. */
export function maskValue(value: unknown): string {
  return typeof value === 'string' ? maskText(value) : '***';
}

function maskText(text: string): string {
  const [first = ''] = text;
  return `${first}**`;
}
