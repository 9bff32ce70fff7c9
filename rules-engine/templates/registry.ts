import { birthdayThisMonth } from './birthday-this-month';
import { churnRisk } from './churn-risk';
import { dormantReachable } from './dormant-reachable';
import { groupActivity } from './group-activity';
import { highValue } from './high-value';
import { kocCandidates } from './koc-candidates';
import { newCustomers } from './new-customers';
import { priceSensitivity } from './price-sensitivity';
import { purchaseFrequency } from './purchase-frequency';
import type { Template } from './template';
import { visitIntent } from './visit-intent';

/** Every template, in the order in which they are offered. A test holds this list against the files of the folder. */
export const templates: readonly Template[] = [
  purchaseFrequency,
  priceSensitivity,
  groupActivity,
  kocCandidates,
  visitIntent,
  highValue,
  newCustomers,
  churnRisk,
  dormantReachable,
  birthdayThisMonth,
];
