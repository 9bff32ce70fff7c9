/** What answers are of: an operation that changes something says by these which answers are old after it. */
export const topics = [
  'me',
  'users',
  'api-keys',
  'settings',
  'audit',
  'jobs',
  'imports',
  'lists',
  'catalogue',
  'metrics',
  'members',
  'points',
  'definitions',
  'runs',
  'exports',
  'counts',
  'demo',
  'server',
] as const;
export type Topic = (typeof topics)[number];
