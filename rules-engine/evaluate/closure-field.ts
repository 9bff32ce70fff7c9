import { isPlainObject } from './document';

/** The stored value at a dotted path as `readField` finds it, before it is read as a type; undefined when there is none. */
export function storedAt(path: string): (document: unknown) => unknown {
  const names = path.split('.');
  const [first = '', second] = names;
  if (second === undefined) return (document) => own(document, first);
  if (names.length === 2) return (document) => own(own(document, first), second);
  return (document) => {
    let stored = document;
    for (const name of names) {
      stored = own(stored, name);
      if (stored === undefined) return undefined;
    }
    return stored;
  };
}

function own(document: unknown, name: string): unknown {
  return isPlainObject(document) && Object.hasOwn(document, name) ? document[name] : undefined;
}
