/** What a rule in JSON Logic may be: json-logic-js itself knows no limit. Bytes are those of its JSON in UTF-8. */
export const logicLimits = { operations: 500, depth: 20, bytes: 64 * 1024 } as const;

/** What one evaluation may take: nesting of the data, evaluated nodes, length of a text or list that it makes. */
export const runLimits = {
  dataDepth: 64,
  steps: 1_000_000,
  textLength: 1_000_000,
  listLength: 100_000,
} as const;
