import { formatYuan } from '../../../../schema/values/yuan';
import { livelihoodOf } from '../hardship/livelihood';
import type { Rule } from './rule';

/** The property findings that bar hardship support are told under this code too: each edition says which. */
export const livelihoodAboveLimit: Rule = {
  code: 'LIVELIHOOD_ABOVE_LIMIT',
  when: 'the applicant’s definite income, without the basic part of a resident pension, is not below the minimum living standard; or a property finding of theirs would bar the allowance',
  parameters: ['standardPercent', 'recentMonths'],
  find: (household) => {
    const { applicant, standard } = household;
    if (!applicant) return [];
    const { monthly, certain, evidence } = livelihoodOf(household, applicant);
    if (monthly < standard) return [];
    return [
      {
        person: applicant,
        message: `${applicant.name}月收入${formatYuan(monthly)}元，不低于最低生活保障标准${formatYuan(standard)}元。`,
        evidence,
        restsOn: household.livesOf([applicant]),
        isUncertain: certain < standard,
        cites: ['standard'],
      },
    ];
  },
};
