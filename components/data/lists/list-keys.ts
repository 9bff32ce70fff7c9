/** Under which keys the pages of lists read; their server parts read the same first. */
export const listKeys = {
  all: ['lists', 'all'],
  one: (id: string) => ['lists', 'one', id],
  usage: (id: string) => ['lists', 'usage', id],
};
