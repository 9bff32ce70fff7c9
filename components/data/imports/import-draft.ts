import type {
  EventsMapping,
  FileSpec,
  ImportMapping,
  MembersMapping,
  ValueSpec,
} from '@/lib/contracts/import-mapping';
import type { LocalText } from '@/lib/contracts/local-text';

export type ImportKind = ImportMapping['kind'];

/** What becomes of a column of the file. */
export type ColumnTarget =
  | { to: 'ignore' }
  /** `shared` is left out where the identity alone makes two members one. */
  | { to: 'identity'; type: string; shared?: 'reject' }
  | { to: 'field'; path: string; label?: LocalText; personal: boolean; value: ValueSpec }
  | { to: 'consent'; channel: string; purposes: string[] }
  | { to: 'at'; format: string }
  | { to: 'event-type'; words: { word: string; type: string }[] }
  | { to: 'event-id' };

export type TargetKind = ColumnTarget['to'];

/** A mapping while it is being made: column by column, as the wizard shows it. It may be incomplete. */
export interface ImportDraft {
  kind: ImportKind;
  file: FileSpec;
  timeZone: string;
  source: string;
  columns: { name: string; target: ColumnTarget }[];
  /** The type of every event of the file; unused where a column tells it. */
  eventType: { key: string; label?: LocalText };
  /** What becomes of an event whose row says something else now. */
  changed: EventsMapping['changed'];
  createMembers: boolean;
  /** Words for an empty cell; absent in mappings that say nothing of them. */
  empty?: string[];
  /** Columns that can be read in several ways and for which people have chosen one. */
  chosen: string[];
}

/** A draft of a mapping; columns that the mapping doesn't name are ignored. */
export function draftOf(mapping: ImportMapping, columnNames: readonly string[]): ImportDraft {
  const targets = new Map<string, ColumnTarget>();
  for (const { column, type, shared } of mapping.identities) {
    targets.set(column, { to: 'identity', type, ...(shared === 'reject' ? { shared } : {}) });
  }
  if (mapping.kind === 'members') readMembers(mapping, targets);
  else readEvents(mapping, targets);
  const { kind, file, timeZone, source, empty } = mapping;
  const fixed = mapping.kind === 'events' && 'fixed' in mapping.eventType ? mapping.eventType : null;
  return {
    kind,
    file,
    timeZone,
    source,
    columns: columnNames.map((name) => ({ name, target: targets.get(name) ?? { to: 'ignore' } })),
    eventType: { key: fixed?.fixed ?? '', label: fixed?.label },
    changed: mapping.kind === 'events' ? mapping.changed : 'keep',
    createMembers: mapping.kind === 'events' && mapping.createMembers,
    empty,
    chosen: [],
  };
}

function readMembers({ attributes, consent }: MembersMapping, targets: Map<string, ColumnTarget>) {
  for (const { column, ...field } of attributes) targets.set(column, { to: 'field', ...field });
  for (const { column, ...agreed } of consent) targets.set(column, { to: 'consent', ...agreed });
}

function readEvents({ props, at, id, eventType }: EventsMapping, targets: Map<string, ColumnTarget>) {
  for (const { column, ...field } of props) targets.set(column, { to: 'field', personal: false, ...field });
  targets.set(at.column, { to: 'at', format: at.format });
  if (id !== null) targets.set(id, { to: 'event-id' });
  if ('column' in eventType) targets.set(eventType.column, { to: 'event-type', words: eventType.words });
}

/** The mapping that a draft stands for, as it is: `importMappingSchema` says whether it is complete. */
export function mappingOf(draft: ImportDraft): unknown {
  const { kind, file, timeZone, source, empty, columns } = draft;
  const all = <K extends TargetKind>(to: K) =>
    columns.flatMap(({ name, target }) => (isKind(target, to) ? [{ column: name, target }] : []));
  const fields = all('field').map(({ column, target: { path, label, personal, value } }) => ({
    column,
    path,
    label,
    personal,
    value,
  }));
  const shared = {
    kind,
    version: 1,
    file,
    timeZone,
    source,
    empty,
    identities: all('identity').map(({ column, target: { type, shared } }) => ({
      column,
      type,
      ...(shared ? { shared } : {}),
    })),
  };
  if (kind === 'members') {
    const consent = all('consent').map(({ column, target: { channel, purposes } }) => ({
      column,
      channel,
      purposes,
    }));
    return { ...shared, attributes: fields, consent };
  }
  const [at] = all('at');
  const [type] = all('event-type');
  return {
    ...shared,
    eventType: type
      ? { column: type.column, words: type.target.words }
      : { fixed: draft.eventType.key, label: draft.eventType.label },
    at: at && { column: at.column, format: at.target.format },
    props: fields.map(({ personal: _, ...field }) => field),
    id: all('event-id')[0]?.column ?? null,
    changed: draft.changed,
    createMembers: draft.createMembers,
  };
}

function isKind<K extends TargetKind>(
  target: ColumnTarget,
  to: K,
): target is Extract<ColumnTarget, { to: K }> {
  return target.to === to;
}
