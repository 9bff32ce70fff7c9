import type { ParamPath } from './command';
import { sameValue } from './same-value';
import { separateCopy } from './separate-copy';

type Holder = Record<string, unknown> | unknown[];

/**
 * Writes into nested parameters, making what is missing on the way: a list where the next step is a number. Without a
 * value the key is removed, an element of a list taken out. A step that doesn't fit what is there does nothing.
 */
export function writeParam(params: Holder, path: ParamPath, value: unknown): void {
  const [step, ...rest] = path;
  if (step === undefined) return;
  if (rest.length === 0) {
    writeStep(params, step, value);
    return;
  }
  const next = readStep(params, step);
  if (isHolder(next)) writeParam(next, rest, value);
  else if (value !== undefined) {
    const made: Holder = typeof rest[0] === 'number' ? [] : {};
    writeParam(made, rest, value);
    writeStep(params, step, made);
  }
}

/** What stands at a path below `params`; undefined when there is nothing. */
export function readParam(params: unknown, path: ParamPath): unknown {
  return path.reduce<unknown>((at, step) => (isHolder(at) ? readStep(at, step) : undefined), params);
}

function isHolder(value: unknown): value is Holder {
  return typeof value === 'object' && value !== null;
}

function readStep(holder: Holder, step: string | number): unknown {
  if (Array.isArray(holder)) return typeof step === 'number' ? holder[step] : undefined;
  return Object.hasOwn(holder, step) ? holder[step] : undefined;
}

function writeStep(holder: Holder, step: string | number, value: unknown): void {
  if (value !== undefined && sameValue(readStep(holder, step), value)) return;
  if (!Array.isArray(holder)) {
    if (value === undefined) delete holder[step];
    else holder[step] = separateCopy(value);
  } else if (typeof step === 'number' && step <= holder.length) {
    if (value === undefined) holder.splice(step, 1);
    else holder[step] = separateCopy(value);
  }
}
