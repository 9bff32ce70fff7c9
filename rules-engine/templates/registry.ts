import { birthdayThisMonth } from './birthday-this-month';
import { churnRisk } from './churn-risk';
import { dormantReachable } from './dormant-reachable';
import { groupActivity } from './group-activity';
import { highValue } from './high-value';
import { kocCandidates } from './koc-candidates';
import { aarrr } from './layering/aarrr';
import { bakery } from './layering/bakery';
import { carIntent } from './layering/car-intent';
import { firstContact } from './layering/first-contact';
import { fourStages } from './layering/four-stages';
import { hotPot } from './layering/hot-pot';
import { memberLevels } from './layering/member-levels';
import { pyramid } from './layering/pyramid';
import { retailKoc } from './layering/retail-koc';
import { rfmEight } from './layering/rfm-eight';
import { vvip } from './layering/vvip';
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
  rfmEight,
  fourStages,
  pyramid,
  aarrr,
  carIntent,
  retailKoc,
  bakery,
  hotPot,
  vvip,
  memberLevels,
  firstContact,
];
