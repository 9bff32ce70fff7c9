/** The texts of a message file by their dotted keys. */
export function messageLeaves(tree: object, prefix = ''): Map<string, string> {
  const leaves = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    const path = prefix ? `${prefix}.${key}` : key;
    if (typeof value === 'string') leaves.set(path, value);
    else for (const [inner, text] of messageLeaves(value, path)) leaves.set(inner, text);
  }
  return leaves;
}

/** The names that a text expects: `{name}`, `{count, plural, …}`, `<b>`. Sorted, each once. */
export function placeholders(text: string): string[] {
  const found = [...text.matchAll(/<(\w+)>/g)].map(([, tag]) => `<${tag}>`);
  let depth = 0;
  for (const [index, letter] of [...text].entries()) {
    if (letter === '}') depth -= 1;
    if (letter !== '{') continue;
    depth += 1;
    // Arguments stand at odd depths, the texts of their options at even ones.
    const name = depth % 2 === 1 && /^\s*(\w+)/.exec([...text].slice(index + 1).join(''))?.[1];
    if (name) found.push(name);
  }
  return [...new Set(found)].sort();
}
