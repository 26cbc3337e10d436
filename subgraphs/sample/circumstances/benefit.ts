import type { Fen } from '../../../schema/values/yuan';
import type { Application } from '../application';
import type { Person } from '../families/person';
import { yuan, yuanBetween } from '../money';
import type { Random } from '../random';

/** What social insurance pays somebody a month. */
export interface Benefit {
  readonly kind: 'PENSION' | 'RESIDENT_PENSION' | 'UNEMPLOYMENT' | 'WORK_INJURY' | 'SURVIVOR';
  readonly monthly: Fen;
  /** Of a resident pension, what the state pays to everyone (基础养老金). */
  readonly basicPart?: Fen;
}

const basicPart = yuan(115);

/** How many of those of 60 and more draw an employee's pension; nearly all others draw a resident's. */
const pensioners = {
  URBAN: { POOR: 0.1, MODEST: 0.45 },
  RURAL: { POOR: 0.01, MODEST: 0.1 },
} as const;

export function benefitOf(person: Person, application: Application, random: Random): Benefit | undefined {
  const { residence, means, program } = application;
  if (person.age >= 60) {
    const isHardship = program === 'SPECIAL_HARDSHIP_SUPPORT';
    if (!isHardship && random.chance(pensioners[residence][means])) {
      return { kind: 'PENSION', monthly: yuanBetween(random, 1100, 2600) };
    }
    // Hardship support is for those without a livelihood.
    if (!random.chance(isHardship ? 0.6 : 0.93)) return undefined;
    return {
      kind: 'RESIDENT_PENSION',
      monthly: (basicPart + yuanBetween(random, 0, 60, 1)) as Fen,
      basicPart,
    };
  }
  if (person.age < 20 || person.basis === 'DEPENDENT_STUDENT') {
    return random.chance(0.004) ? { kind: 'SURVIVOR', monthly: yuanBetween(random, 300, 600) } : undefined;
  }
  if (random.chance(0.006)) return { kind: 'UNEMPLOYMENT', monthly: yuan(1050) };
  return random.chance(0.003) ? { kind: 'WORK_INJURY', monthly: yuanBetween(random, 600, 1500) } : undefined;
}
