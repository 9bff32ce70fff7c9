/** What members can be filtered by; one at a time. */
export const filterKinds = ['tag', 'layer', 'segment', 'list'] as const;
export type FilterKind = (typeof filterKinds)[number];

/** Reads the filter from the URL's parameters. */
export function filterOf(params: URLSearchParams): { kind: FilterKind; value: string } | null {
  for (const kind of filterKinds) {
    const value = params.get(kind);
    if (value) return { kind, value };
  }
  return null;
}

/** Splits an option's id, `tag vip:yes`, into the parameters that it stands for. */
export function filterParams(id: string | null): Record<FilterKind, string | null> {
  const params: Record<FilterKind, string | null> = { tag: null, layer: null, segment: null, list: null };
  const kind = filterKinds.find((one) => id?.startsWith(`${one} `));
  if (kind && id) params[kind] = id.slice(kind.length + 1);
  return params;
}
