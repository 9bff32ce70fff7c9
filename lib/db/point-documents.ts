import type { LocalText } from '@/lib/contracts/local-text';
import type { Schedule } from '@/lib/contracts/schedule';
/** The documents of the points programme. As in documents.ts, instants are BSON dates and `_id` is a string. */

import type { PointEntryKind, PointRule, PointsOutcome } from '@/lib/contracts/points';

/** When points are earned. */
export interface PointRuleDoc {
  _id: string;
  label: LocalText;
  /** A paused rule gives nothing; what it gave stays, and expires as it was to. */
  active: boolean;
  rule: PointRule;
  revision: number;
  /** As of the last run. */
  given: { points: number; members: number } | null;
  /** Why the last run could not count it. */
  problem: LocalText | null;
  createdBy: string;
  updatedBy: string;
  createdAt: Date;
  updatedAt: Date;
}

/**
 * The ledger: an entry is never changed. `_id` says what it is about, so that nothing is booked twice:
 * `earn:<rule>:<event>` (`…@<replacedBy>` of a replaced event), `task:<rule>:<member>`, `expire:<earn entry>`, `reverse:<earn entry>`, `redeem:<member>:<key>`,
 * `adjust:<member>:<key>`.
 */
export interface PointEntryDoc {
  _id: string;
  memberId: string;
  /** The claim of a job that is about to remove it with its member. */
  leaving?: number;
  /** 1 for the member's first entry, without gaps. */
  seq: number;
  kind: PointEntryKind;
  /** What it added (positive) or took (negative), and what there was after it. */
  points: number;
  balance: number;
  at: Date;
  /** Of an earn or task entry, and of what takes from it. */
  rule: string | null;
  event: string | null;
  happenedAt: Date | null;
  /** The last instant at which the points can be used. */
  expiresAt: Date | null;
  /** The earn entry that it takes from. */
  of: string | null;
  /** Of a reversal: what could not be taken back. */
  lacking: number;
  note: string;
  by: string;
  /** The job that booked it; by hand there is none. */
  run?: string;
}

/** Points of one origin that can still be used; those that never expire are one lot. */
export interface PointLot {
  /** The earn entry and its rule; null for those that never expire. */
  entry: string | null;
  rule: string | null;
  left: number;
  expiresAt: Date | null;
}

/** A member's points. `_id` is the member. Every change is one write of this document (ARCHITECTURE.md, "Points"). */
export interface PointAccountDoc {
  _id: string;
  /** The claim of a job that is about to remove it with its member. */
  leaving?: number;
  /** Number of entries so far: a change is written only over the state that it was worked out from. */
  seq: number;
  balance: number;
  /** `revoked` is what was given for events that are gone, whether it could be taken back (`reversed`) or not. */
  totals: {
    given: number;
    redeemed: number;
    expired: number;
    reversed: number;
    lacking: number;
    revoked: number;
    adjusted: number;
  };
  /** What expires first, first. Their sum is the balance. */
  lots: PointLot[];
  /** Entries that may not stand in the ledger yet. */
  pending: PointEntryDoc[];
  updatedAt: Date;
}

/** One document, `_id: 'points'`: when the programme runs, and how its last run ended. */
export interface PointProgrammeDoc {
  _id: 'points';
  schedule?: Schedule | null;
  nextRunAt?: Date | null;
  lastRun?: { at: Date; tookMs: number; outcome: PointsOutcome };
  /** Of the last run, if it didn't end well. */
  failure?: { at: Date; state: 'failed' | 'cancelled' | 'dead' } | null;
  /** Of the claim that wrote how it ended. */
  fence?: number;
}
