/**
 * The rooms of each tree from the ground up: one imports only from those below it, types too. Tests may reach up, since they
 * set up what they try. The lint step holds them (`.dependency-cruiser.cjs`).
 */
module.exports = {
  lib: [
    'log',
    'contracts',
    'openapi',
    'db',
    'ground',
    'values',
    'i18n',
    'auth',
    'jobs',
    'members',
    'workspace',
    'counting',
    'services',
    'server',
    'setup',
    'cli',
  ],
  'lib/services': [
    'users',
    'api-keys',
    'catalogue',
    'counts',
    'definitions',
    'runs',
    'movement',
    'cutpoints',
    'lint',
    'versions',
    'metrics',
    'exports',
    'import',
    'members',
    'explain',
    'points',
    'lists',
    'demo',
  ],
};
