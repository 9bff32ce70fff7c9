import type { Db } from 'mongodb';
import type { ImportMapping } from '@/lib/contracts/import-mapping';
import type { LocalText } from '@/lib/contracts/local-text';
import {
  addEventType,
  addFieldOptions,
  addFields,
  addPropertyOptions,
  type Discovered,
} from '@/lib/services/catalogue/discoveries';
import type { StoredValue } from '@/lib/values/value-reader';
import { mappedFields, sameInBoth } from './mapped-fields';

/** Event type (null for members) → path → options seen; null stands for the path itself. */
type Findings = Map<string | null, Map<string, Set<string | null>>>;

/** A column with more options than this was no option column: the catalogue's list is full long before. */
const MAX_REMEMBERED = 1_000;

/** Remembers what rows bring that the catalogue may not know yet, and tells it before they are stored. */
export class ImportDiscoveries {
  private readonly fields: Map<string, Discovered>;
  private readonly labels: Map<string, LocalText>;
  private readonly told: Findings = new Map();
  private news: Findings = new Map();

  constructor(
    private readonly db: Db,
    mapping: ImportMapping,
  ) {
    this.fields = new Map(mappedFields(mapping).map(({ column: _, ...field }) => [field.path, field]));
    this.labels = typeLabels(mapping);
    // What the operator has mapped is told even if no row has a value for it.
    if (mapping.kind === 'members') this.noteAll(null);
    else if ('fixed' in mapping.eventType) this.noteAll(mapping.eventType.fixed);
  }

  /** Notes the values of a row; `type` is its event type, null for a member. */
  note(type: string | null, values: ReadonlyMap<string, StoredValue>): void {
    if (!this.told.has(type)) pathsOf(this.news, type);
    for (const [path, value] of values) {
      this.noteValue(type, path, null);
      const kind = this.fields.get(path)?.type;
      if (kind === 'option' && typeof value === 'string') this.noteValue(type, path, value);
      if (kind === 'list' && Array.isArray(value)) for (const one of value) this.noteValue(type, path, one);
    }
  }

  /** Writes what is new since the last time. */
  async tell(): Promise<void> {
    const { news } = this;
    this.news = new Map();
    for (const [type, paths] of news) {
      for (const [path, options] of paths)
        for (const option of options) optionsOf(this.told, type, path).add(option);
      pathsOf(this.told, type);
      const fields = [...paths.keys()].flatMap((path) => this.fields.get(path) ?? []);
      if (type === null) await addFields(this.db, fields);
      else await addEventType(this.db, type, this.labels.get(type) ?? sameInBoth(type), fields);
      for (const [path, found] of paths) {
        const options = [...found].filter((option) => option !== null);
        if (options.length === 0) continue;
        if (type === null) await addFieldOptions(this.db, path, options);
        else await addPropertyOptions(this.db, type, path, options);
      }
    }
  }

  private noteAll(type: string | null): void {
    pathsOf(this.news, type);
    for (const path of this.fields.keys()) this.noteValue(type, path, null);
  }

  private noteValue(type: string | null, path: string, option: string | null): void {
    const told = this.told.get(type)?.get(path);
    if (told && (told.has(option) || told.size > MAX_REMEMBERED)) return;
    optionsOf(this.news, type, path).add(option);
  }
}

function pathsOf(findings: Findings, type: string | null): Map<string, Set<string | null>> {
  const paths = findings.get(type) ?? new Map<string, Set<string | null>>();
  findings.set(type, paths);
  return paths;
}

function optionsOf(findings: Findings, type: string | null, path: string): Set<string | null> {
  const paths = pathsOf(findings, type);
  const options = paths.get(path) ?? new Set<string | null>();
  paths.set(path, options);
  return options;
}

/** Labels of event types: what the mapping says, or the word that stands for the type in the file. */
function typeLabels(mapping: ImportMapping): Map<string, LocalText> {
  if (mapping.kind === 'members') return new Map();
  const { eventType } = mapping;
  if ('fixed' in eventType)
    return new Map([[eventType.fixed, eventType.label ?? sameInBoth(eventType.fixed)]]);
  return new Map(eventType.words.map(({ word, type }) => [type, sameInBoth(word)]));
}
