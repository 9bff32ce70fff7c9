import type { ValueSpec } from '@/lib/contracts/import-mapping';
import type { ColumnReading } from '@/lib/contracts/imports';
import { type Cell, cellText, isLiteral } from '@/lib/values/cell';
import { mostly } from './mostly';

/** One way to read a column. */
export interface Candidate {
  value: ValueSpec;
  /** What tells two readings of a cell apart; null when the cell isn't of this form. */
  read: (text: string) => number | null;
  /** A reading for people: a number (money in its smallest unit), or the time on the clock as `2011-07-09T00:00`. */
  show: (text: string) => number | string | null;
}

const EXAMPLES = 3;
const KEPT_CELLS = 12;
const PLAIN_DIGITS = /^[+-]?\d+$/;

/**
 * Counts which readings fit the cells of a column, and whether they read a cell differently. Candidates come in the
 * order of preference, at most 30.
 */
export class ColumnTally {
  /** Cells by the set of candidates that fit, one bit a candidate. */
  private readonly byFit = new Map<number, number>();
  /** `differ[i]` has bit j when i and j read some cell as different values. */
  private readonly differ: number[];
  private readonly telling = new Set<string>();
  private readonly marked = new Set<string>();
  private plain = 0;
  private cells = 0;

  constructor(
    private readonly candidates: readonly Candidate[],
    private readonly isNumeric: boolean,
  ) {
    this.differ = candidates.map(() => 0);
  }

  add(cell: Cell): void {
    this.cells += 1;
    const text = cellText(cell).trim();
    // Digits alone say nothing of marks, and a file that knows numbers has marks of its own.
    if (this.isNumeric && (PLAIN_DIGITS.test(text) || isLiteral(cell))) this.plain += 1;
    else this.addText(text);
  }

  private addText(text: string): void {
    const values = this.candidates.map(({ read }) => read(text));
    let fit = 0;
    values.forEach((value, index) => {
      if (value !== null) fit |= 1 << index;
    });
    this.byFit.set(fit, (this.byFit.get(fit) ?? 0) + 1);
    if (fit !== 0 && this.marked.size < EXAMPLES) this.marked.add(text);
    this.noteDifferences(text, values);
  }

  private noteDifferences(text: string, values: readonly (number | null)[]): void {
    let isNews = false;
    values.forEach((one, i) => {
      values.forEach((other, j) => {
        if (j <= i || one === null || other === null || one === other) return;
        this.differ[i] = (this.differ[i] ?? 0) | (1 << j);
        this.differ[j] = (this.differ[j] ?? 0) | (1 << i);
        isNews = true;
      });
    });
    if (isNews && this.telling.size < KEPT_CELLS) this.telling.add(text);
  }

  /** Whether more of the file could still make one of several readings the right one. */
  isOpen(): boolean {
    const plausible = this.plausible();
    if (plausible.length < 2) return false;
    return plausible.some((one) => plausible.some((other) => this.mayDiffer(one, other)));
  }

  /** Two orders of day and month, or two decimal marks, may read a cell differently. */
  private mayDiffer(one: number, other: number): boolean {
    return one !== other && (!this.isNumeric || this.decimalOf(one) !== this.decimalOf(other));
  }

  private decimalOf(index: number): string {
    const value = this.candidates[index]?.value;
    return value && 'format' in value ? (value.format?.at(-2) ?? '') : '';
  }

  /**
   * How the column can be read; undefined when nothing fits, or there is nothing to be read in several ways.
   * @param isWhole every cell was added: else those to come may be read differently where none was so far
   */
  reading(isWhole: boolean): ColumnReading | undefined {
    const [best, ...others] = this.plausible().sort((a, b) => this.fitting(b) - this.fitting(a) || a - b);
    if (best === undefined || (isWhole && this.byFit.size === 0)) return undefined;
    const areApart = (one: number, other: number) =>
      this.differs(one, other) || (!isWhole && this.mayDiffer(one, other));
    const chosen = [best];
    for (const other of others) {
      // Of those that read alike one is enough.
      const isNew = chosen.every((one) => areApart(one, other));
      if (isNew && !this.isBeaten(other, best)) chosen.push(other);
    }
    const cells = chosen.length > 1 ? this.tellingCells(chosen) : [...this.marked];
    return {
      isDecided: chosen.length === 1,
      choices: chosen.flatMap((index) => this.choice(index, cells)),
    };
  }

  private choice(index: number, cells: readonly string[]): ColumnReading['choices'] {
    const candidate = this.candidates[index];
    if (!candidate) return [];
    return [
      {
        value: candidate.value,
        misfits: this.cells - this.fitting(index),
        examples: cells.flatMap((cell) => {
          const shown = candidate.show(cell);
          return shown === null ? [] : { cell: cell.slice(0, 60), shown };
        }),
      },
    ];
  }

  /** Cells that the chosen readings read differently, the same for all of them. */
  private tellingCells(chosen: readonly number[]): string[] {
    const isTelling = (text: string) =>
      new Set(chosen.map((index) => this.candidates[index]?.read(text) ?? null)).size === chosen.length;
    const cells = [...this.telling];
    const best = cells.filter(isTelling);
    return (best.length > 0 ? best : cells).slice(0, EXAMPLES);
  }

  private plausible(): number[] {
    return this.candidates
      .map((_, index) => index)
      .filter((index) => mostly(this.fitting(index), this.cells));
  }

  private fitting(index: number): number {
    let n = this.plain;
    for (const [fit, count] of this.byFit) if (fit & (1 << index)) n += count;
    return n;
  }

  private differs(i: number, j: number): boolean {
    return ((this.differ[i] ?? 0) & (1 << j)) !== 0;
  }

  /** Whether `by` reads every cell that the other reads, and more. */
  private isBeaten(other: number, by: number): boolean {
    const onlyOther = [...this.byFit.keys()].some((fit) => fit & (1 << other) && !(fit & (1 << by)));
    return !onlyOther && this.fitting(by) > this.fitting(other);
  }
}
