import type { Cell, End } from './flows';

/** No value has a colon in it. */
const none = ':';

/** The cell whose members are shown, as the URL has it: `?was=gold&is=silver`; `:` is no layer. Null: none is shown. */
export function cellOf(params: URLSearchParams): Cell | null {
  const [from, to] = [endOf(params.get('was')), endOf(params.get('is'))];
  return from === undefined && to === undefined ? null : { from, to };
}

export function cellParams(cell: Cell | null): { was: string | null; is: string | null } {
  return { was: textOf(cell?.from), is: textOf(cell?.to) };
}

function endOf(text: string | null): End | undefined {
  if (text === null) return undefined;
  return text === none ? null : text;
}

function textOf(end: End | undefined): string | null {
  if (end === undefined) return null;
  return end ?? none;
}
