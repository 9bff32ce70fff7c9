import type { LeftOut, LeftOutLine } from '@/lib/contracts/left-out';

const KEPT_LINES = 20;
const KEPT_TEXT = 300;

/** Counts what of a file is no row by the mapping's word, and keeps some of it to be shown. */
export class LeftOutCounter {
  private readonly answer: LeftOut = { before: 0, after: 0, lines: [] };

  get result(): LeftOut {
    return this.answer;
  }

  add(where: LeftOutLine['where'], line: number, text: string): void {
    this.answer[where] += 1;
    if (this.answer[where] <= KEPT_LINES)
      this.answer.lines.push({ where, line, text: text.slice(0, KEPT_TEXT) });
  }
}
