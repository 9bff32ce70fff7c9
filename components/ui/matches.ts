/** Whether every word of `query` occurs in the text or the other words of an option; case does not count. */
export function matches(option: { text: string; search?: string }, query: string): boolean {
  const hay = `${option.text} ${option.search ?? ''}`.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => hay.includes(word));
}
