/** Under which keys the settings read; the pages' server parts read the same first. */
export const settingsKeys = {
  workspace: ['settings'],
  users: ['users'],
  apiKeys: ['api-keys'],
  demo: ['demo'],
  mirror: ['mirror'],
};
