// The direction of the layers: rules-engine <- lib <- app; components use rules-engine and lib/contracts only.
const only = (from, allowed, comment) => ({
  name: `${from}-direction`,
  comment,
  severity: 'error',
  from: { path: `^${from}/`, pathNot: '\\.test\\.tsx?$' },
  to: { path: '^(app|components|lib|rules-engine|e2e)/', pathNot: allowed },
});

const floors = require('./lib/setup/floors.cjs');

const upward = Object.entries(floors).flatMap(([tree, rooms]) =>
  rooms.slice(0, -1).map((room, floor) => ({
    name: `${tree}-floors`,
    comment: `${tree}/${room} lies below: what both need belongs to it, or below it.`,
    severity: 'error',
    from: { path: `^${tree}/${room}/`, pathNot: '(\\.test\\.tsx?$|/testing/)' },
    to: { path: `^${tree}/(${rooms.slice(floor + 1).join('|')})/` },
  })),
);

module.exports = {
  forbidden: [
    ...upward,
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    only('rules-engine', '^rules-engine/', 'The engine imports only itself, zod and json-logic-js.'),
    {
      name: 'rules-engine-packages',
      severity: 'error',
      from: { path: '^rules-engine/', pathNot: '(\\.test\\.ts$|^rules-engine/testing/)' },
      to: {
        dependencyTypes: ['npm', 'npm-dev', 'core'],
        pathNot: 'node_modules/(zod|json-logic-js|@types/json-logic-js)/',
      },
    },
    only('lib', '^(lib|rules-engine)/', 'Services know nothing of pages.'),
    {
      name: 'engine-through-its-barrel',
      severity: 'error',
      from: { path: '^(app|components|lib|e2e)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^rules-engine/', pathNot: '^rules-engine/(index\\.ts|testing/)' },
    },
    only(
      'components',
      '^(components/|rules-engine/|lib/contracts/|lib/i18n/)',
      'Components get data by props and HTTP.',
    ),
    only('e2e', '^e2e/', 'Journeys drive the product from outside.'),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|\\.data)/' },
  },
};
