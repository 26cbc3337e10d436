/** 救助类别: how exchange files name the programs of assistance. */
export const programs = {
  低保: 'MINIMUM_LIVING_ALLOWANCE',
  最低生活保障: 'MINIMUM_LIVING_ALLOWANCE',
  临时救助: 'TEMPORARY_ASSISTANCE',
  医疗救助: 'MEDICAL_ASSISTANCE',
  特困供养: 'SPECIAL_HARDSHIP_SUPPORT',
  特困人员救助供养: 'SPECIAL_HARDSHIP_SUPPORT',
  住房救助: 'HOUSING_ASSISTANCE',
} as const;

export type AssistanceProgram = (typeof programs)[keyof typeof programs];
