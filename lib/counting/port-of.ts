import { Problem } from '@/lib/contracts/problem';
import type { CompiledGraph, PortKey, Predicate } from '@/rules-engine/index';

/** The members at a port. Throws `not-found` for one that isn't there, or couldn't be compiled. */
export function portOf({ ports }: CompiledGraph, port: PortKey): Predicate {
  const predicate = ports.get(port);
  if (predicate) return predicate;
  throw new Problem('not-found', { what: { zh: `可用的端口“${port}”`, en: `A port ${port} that works` } });
}
