/**
 * What an entry of the ledger is about is its `_id`, so that nothing is booked twice. Keys of callers are told apart by
 * member: one key used for two members at the same instant is then two entries, and never half of one.
 */
export const entryId = {
  /** `replacedBy`: of an event that was replaced, by what; what it gives then is another entry. */
  earn: (rule: string, event: string, replacedBy?: string) =>
    `earn:${rule}:${event}${replacedBy === undefined ? '' : `@${replacedBy}`}`,
  task: (rule: string, member: string) => `task:${rule}:${member}`,
  expire: (earned: string) => `expire:${earned}`,
  reverse: (earned: string) => `reverse:${earned}`,
  redeem: (member: string, key: string) => `redeem:${member}:${key}`,
  adjust: (member: string, key: string) => `adjust:${member}:${key}`,
};
