/** Under which keys the home page reads; its server part reads the same first. */
export const homeKeys = {
  definitions: ['definitions', 'home'],
  runs: ['runs', 'home'],
  imports: ['imports', 'home'],
  members: ['members', 'total'],
};

/** How many runs and imports it looks at. */
export const homeRuns = 100;
export const homeImports = 50;
