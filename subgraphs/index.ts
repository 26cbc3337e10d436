import { civilAffairs } from './civil-affairs';
import { construction } from './construction';
import { education } from './education';
import { eligibility } from './eligibility';
import { housing } from './housing';
import { humanResources } from './human-resources';
import { marketRegulation } from './market-regulation';
import { naturalResources } from './natural-resources';
import { providentFundCentre } from './provident-fund';
import { publicSecurity } from './public-security';
import type { Subgraph } from './runtime/define-subgraph';
import { taxation } from './taxation';
import { verification } from './verification';
import { waterResources } from './water-resources';

/** THE list of departments. Everything that concerns all of them goes through it. */
export const departments: readonly Subgraph[] = [
  civilAffairs,
  publicSecurity,
  marketRegulation,
  naturalResources,
  providentFundCentre,
  humanResources,
  taxation,
  housing,
  construction,
  waterResources,
  education,
  eligibility,
  verification,
];
