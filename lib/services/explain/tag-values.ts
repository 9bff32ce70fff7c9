import type { Predicate } from '@/rules-engine/index';

/** Keys of the tags that a test of the field `tags` asks about: `vip` of `vip:gold`, or of the prefix `vip:`. */
export function tagKeysIn(predicate: Predicate): Set<string> {
  switch (predicate.kind) {
    case 'all':
    case 'any':
      return new Set(predicate.of.flatMap((part) => [...tagKeysIn(part)]));
    case 'not':
      return tagKeysIn(predicate.of);
    case 'list':
      return new Set(predicate.subject.path === 'tags' ? predicate.values.map(keyOf) : []);
    case 'constant':
    case 'compare':
    case 'oneOf':
    case 'text':
    case 'present':
      return new Set();
  }
}

/** The values that a member has of some tags, out of all its `key:value`. */
export function valuesOf(tags: readonly string[], keys: ReadonlySet<string>): string[] {
  return tags.filter((tag) => keys.has(keyOf(tag))).map((tag) => tag.slice(tag.indexOf(':') + 1));
}

function keyOf(tag: string): string {
  return tag.slice(0, tag.indexOf(':'));
}
