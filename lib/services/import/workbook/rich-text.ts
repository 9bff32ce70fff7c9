/** A text that may consist of parts with formats of their own; how it is pronounced (`rPh`) is no part of it. */
export class RichText {
  private text = '';
  private isIn = false;
  private isPhonetic = false;

  begin(): void {
    this.text = '';
    this.isIn = false;
    this.isPhonetic = false;
  }

  open(name: string): void {
    if (name === 'rPh') this.isPhonetic = true;
    if (name === 't') this.isIn = !this.isPhonetic;
  }

  add(piece: string): void {
    if (this.isIn) this.text += piece;
  }

  close(name: string): void {
    if (name === 'rPh') this.isPhonetic = false;
    if (name === 't') this.isIn = false;
  }

  get length(): number {
    return this.text.length;
  }

  value(): string {
    return unescaped(this.text);
  }
}

/** Characters that XML can't have are written `_x000D_`, and an underscore before such letters `_x005F_`. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
