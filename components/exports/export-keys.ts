/** Under which keys the pages of exports read; their server parts read the same first. */
export const exportKeys = {
  all: ['exports'],
  list: (definition: string | null) => ['exports', 'list', definition],
  one: (id: string) => ['exports', 'one', id],
};

/** Exports in a page of the list. */
export const exportPageSize = 50;
