import type { Rule } from './rule';

export const standardBackdated: Rule = {
  code: 'STANDARD_BACKDATED',
  when: 'the standard of the day was announced later than the day of assessment',
  find: ({ on, policy: { standard } }) =>
    standard.announcedOn !== null && on < standard.announcedOn
      ? [
          {
            message: `所用标准自${standard.effectiveFrom}起执行，于${standard.announcedOn}公布，晚于评估日${on}。`,
            cites: ['announcement'],
          },
        ]
      : [],
};
