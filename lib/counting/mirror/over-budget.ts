/** Columns don't fit into the memory that they may take. */
export class OverBudget extends Error {
  constructor() {
    super('The columns take more memory than they may.');
  }
}
