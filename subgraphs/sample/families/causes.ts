import type { Program } from './programs';

/** 申请事由, as families word them. */
export const causes: Readonly<Record<Program, readonly string[]>> = {
  MINIMUM_LIVING_ALLOWANCE: ['失业', '年老', '因病丧失劳动能力', '残疾', '子女就学', '单亲抚养子女'],
  TEMPORARY_ASSISTANCE: ['住院费用', '意外受伤', '火灾', '子女入学', '突发重病'],
  MEDICAL_ASSISTANCE: ['慢性病用药', '重病住院', '透析治疗', '术后治疗'],
  SPECIAL_HARDSHIP_SUPPORT: ['无劳动能力', '年老无子女', '重度残疾'],
  HOUSING_ASSISTANCE: ['住房困难', '危旧房', '租房困难'],
};
