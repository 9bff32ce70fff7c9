import type { ColumnNeeds, FieldExpression } from '@/rules-engine/index';

/** The events of one type with the properties that rules read of them. */
export interface EventsNeed {
  type: string;
  properties: ReadonlyMap<string, FieldExpression>;
}

/** Remembers which columns were asked for when, so that those not used for longest go first. */
export class ColumnUse {
  private readonly fields = new Map<string, { field: FieldExpression; at: number }>();
  private readonly events = new Map<string, { properties: Map<string, FieldExpression>; at: number }>();

  touch(needs: ColumnNeeds): void {
    const at = Date.now();
    for (const [key, field] of needs.fields) this.fields.set(key, { field, at });
    for (const [type, properties] of needs.events) {
      const known = this.events.get(type)?.properties ?? [];
      this.events.set(type, { properties: new Map([...known, ...properties]), at });
    }
  }

  /** Milliseconds since 1970; 0 for what was never asked for. */
  usedAt(kind: 'field' | 'events', key: string): number {
    return (kind === 'field' ? this.fields : this.events).get(key)?.at ?? 0;
  }

  /** Everything that was asked for of the events of a type. */
  eventsNeed(type: string): EventsNeed {
    return { type, properties: this.events.get(type)?.properties ?? new Map() };
  }

  /** What was asked for since an instant, to be loaded again after everything was dropped. */
  since(at: number): ColumnNeeds {
    return {
      fields: new Map(
        [...this.fields].filter(([, use]) => use.at >= at).map(([key, { field }]) => [key, field]),
      ),
      events: new Map(
        [...this.events]
          .filter(([, use]) => use.at >= at)
          .map(([type, { properties }]) => [type, properties]),
      ),
    };
  }

  forget(kind: 'field' | 'events', key: string): void {
    (kind === 'field' ? this.fields : this.events).delete(key);
  }
}
