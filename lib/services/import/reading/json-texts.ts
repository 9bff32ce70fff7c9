import { BACKSLASH, CLOSE_BRACE, CLOSE_BRACKET, OPEN_BRACE, OPEN_BRACKET, QUOTE } from './json-marks';
import type { Line } from './lines';

/** Where the splitter is: between arrays and objects, in an array, or in an object that stands alone. */
type Place = 'outside' | 'array' | 'single';

/**
 * Cuts a stream of JSON into the texts of its objects: the entries of an array, or objects one after another,
 * however they are laid out in lines. They are numbered from 1. What is broken stays a text of its own for the
 * parser to refuse, so nothing is lost. Memory stays within a chunk and the limit.
 */
export class JsonTexts {
  private place: Place = 'outside';
  private depth = 0;
  private inString = false;
  private isEscaped = false;
  private pending = '';
  private overflow = false;
  private n = 0;

  constructor(private readonly limit: number) {}

  /** How many texts there were so far. */
  get count(): number {
    return this.n;
  }

  /** Whether the text ended inside of an array. */
  get isOpen(): boolean {
    return this.place === 'array';
  }

  push(text: string): Line[] {
    const found: Line[] = [];
    let start = 0;
    const cut = (end: number): void => {
      this.add(text.slice(start, end));
      const one = this.take();
      if (one) found.push(one);
    };
    for (let at = 0; at < text.length; at += 1) {
      const char = text.charCodeAt(at);
      if (this.inString) {
        if (this.isStringBroken(char)) {
          cut(at);
          start = at;
          this.depth = 0;
          if (this.place === 'single') this.place = 'outside';
        }
      } else if (char === QUOTE) {
        if (this.place === 'outside') this.place = 'single';
        this.inString = true;
      } else if (this.place === 'outside') {
        if (isSpace(char) || char === COMMA) start = at + 1;
        else if (char === OPEN_BRACKET) {
          this.place = 'array';
          start = at + 1;
        } else {
          this.place = 'single';
          if (char === OPEN_BRACE) this.depth = 1;
        }
      } else if (char === OPEN_BRACE || char === OPEN_BRACKET) {
        this.depth += 1;
      } else if (this.depth > 0) {
        if (char === CLOSE_BRACE || char === CLOSE_BRACKET) this.depth -= 1;
        if (this.depth === 0 && this.place === 'single') {
          cut(at + 1);
          start = at + 1;
          this.place = 'outside';
        }
      } else if (this.place === 'array' ? char === COMMA || char === CLOSE_BRACKET : isSpace(char)) {
        cut(at);
        start = at + 1;
        if (char !== COMMA) this.place = 'outside';
      }
    }
    this.add(text.slice(start));
    return found;
  }

  /** What was begun and not ended. */
  finish(): Line[] {
    const one = this.take();
    return one ? [one] : [];
  }

  /** No string of JSON has a line break in it: one that does isn't closed, and the next line begins anew. */
  private isStringBroken(char: number): boolean {
    if (char === FEED || char === RETURN) {
      this.inString = false;
      this.isEscaped = false;
      return true;
    }
    if (this.isEscaped) this.isEscaped = false;
    else if (char === BACKSLASH) this.isEscaped = true;
    else if (char === QUOTE) this.inString = false;
    return false;
  }

  private add(text: string): void {
    if (!this.overflow) this.pending += text;
    if (this.pending.length > this.limit) {
      this.pending = '';
      this.overflow = true;
    }
  }

  private take(): Line | null {
    const { overflow } = this;
    const text = this.pending.trim();
    this.pending = '';
    this.overflow = false;
    if (text === '' && !overflow) return null;
    this.n += 1;
    return { line: this.n, text: overflow ? null : text, end: '' };
  }
}

function isSpace(char: number): boolean {
  return char === SPACE || char === FEED || char === RETURN || char === TAB;
}

const SPACE = 0x20;
const TAB = 0x09;
const FEED = 0x0a;
const RETURN = 0x0d;
const COMMA = 0x2c;
