/** Under which keys members are read; the pages' server parts read the same first. */
export const memberKeys = {
  list: (search: string, filter: string | null, fields: string) => [
    'members',
    'list',
    search,
    filter,
    fields,
  ],
  one: (id: string) => ['members', 'one', id],
};

/** Members a page of the list. */
export const memberPageSize = 100;

/** The columns of the list before anybody chose others. */
export const standardColumns = 'identities,tags';

/** The fields among the columns: what the server is asked for. */
export function fieldColumns(paths: readonly string[]): string {
  return paths.filter((path) => path.includes('.')).join(',');
}
