import type { Used } from './field-usage';

const MAX_DEPTH = 200;

/**
 * Whether the parameters of a node, or a metric's operand, read something. Looks at them as data, so that drafts that
 * don't compile count too; a text that happens to be the very path of a field counts as reading it.
 */
export function mentions(data: unknown, used: Used): boolean {
  switch (used.kind) {
    case 'field':
      return has(data, (value) => value === used.path);
    case 'list':
      return has(data, (value) => value === used.id);
    case 'eventType':
      return has(data, (value) => isOfType(value, used.type));
    case 'property':
      return has(data, (value) => isOfType(value, used.type) && has(value, (inner) => inner === used.path));
  }
}

function isOfType(value: unknown, type: string): boolean {
  return typeof value === 'object' && value !== null && 'eventType' in value && value.eventType === type;
}

/** Whether any value in a tree passes. */
export function has(root: unknown, test: (value: unknown) => boolean): boolean {
  const open: { value: unknown; depth: number }[] = [{ value: root, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth } = next;
    if (test(value)) return true;
    if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) continue;
    for (const inner of Object.values(value)) open.push({ value: inner, depth: depth + 1 });
  }
  return false;
}
