import type { Subject } from './operator';

/** How a tag's value stands in a member's `tags`: `key:value`. Neither half has a colon. */
export function tagText({ unit: key }: Subject, value: string): string {
  return `${key}:${value}`;
}
