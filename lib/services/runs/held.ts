import { Assignment } from '@/lib/members/assignment';

/** What members hold of a tag or layering. */
export class Held {
  /** Values in the order of the outputs, then those that no output gives any more. */
  readonly values: string[];
  readonly of = new Assignment();
  readonly #places: Map<string, number>;

  constructor(outputs: readonly string[]) {
    this.values = [...new Set(outputs)];
    this.#places = new Map(this.values.map((value, i) => [value, i + 1]));
  }

  hold(ord: number, value: string): void {
    const place = this.#places.get(value) ?? this.values.push(value);
    this.#places.set(value, place);
    this.of.set(ord, place);
  }
}
