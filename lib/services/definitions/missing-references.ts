import { type Catalogue, type Graph, lookUp } from '@/rules-engine/index';

/** Fields, event types and properties that a graph reads and the catalogue doesn't have: paths, types, `type.path`. */
export function missingIn(graph: Graph, catalogue: Catalogue): string[] {
  const missing = new Set<string>();
  for (const { params } of graph.nodes) look(params, null, catalogue, missing);
  return [...missing];
}

/** `event`: the event type whose conditions these are; null for those on the member. */
function look(data: unknown, event: string | null, catalogue: Catalogue, missing: Set<string>): void {
  if (Array.isArray(data)) {
    for (const item of data) look(item, event, catalogue, missing);
    return;
  }
  if (typeof data !== 'object' || data === null) return;
  const { kind, path, eventType, property, ...others } = { ...noSubject, ...data };
  if (kind === 'field' && typeof path === 'string') {
    const known = event === null ? catalogue.fields : (lookUp(catalogue.eventTypes, event)?.props ?? null);
    if (known && !lookUp(known, path)) missing.add(event === null ? path : `${event}.${path}`);
    return;
  }
  const isEvent = kind === 'event' && typeof eventType === 'string';
  if (isEvent) {
    const type = lookUp(catalogue.eventTypes, eventType);
    if (!type) missing.add(eventType);
    else if (typeof property === 'string' && !lookUp(type.props, property))
      missing.add(`${eventType}.${property}`);
  }
  look(Object.values(others), isEvent ? eventType : event, catalogue, missing);
}

const noSubject = { kind: undefined, path: undefined, eventType: undefined, property: undefined };
