import type { Db } from 'mongodb';
import type { Usage } from '@/lib/contracts/catalogue';

/** Something of the workspace that rules and metrics may read. */
export type Used =
  | { kind: 'field'; path: string }
  | { kind: 'eventType'; type: string }
  | { kind: 'property'; type: string; path: string }
  | { kind: 'list'; id: string };

/** Where something is used: the drafts, published versions and metrics that read it. */
export type FieldUsage = (db: Db, used: Used) => Promise<Usage[]>;
