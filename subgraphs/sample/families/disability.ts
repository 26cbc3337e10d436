import type { Random } from '../random';
import type { Disability } from './person';

/** 智力 or 精神 to grade 3, 肢体 to grade 2, 视力 at grade 1: what removes the capacity to work. */
const withoutCapacity: readonly Disability[] = [
  { kind: 'INTELLECTUAL', grade: 1 },
  { kind: 'INTELLECTUAL', grade: 2 },
  { kind: 'INTELLECTUAL', grade: 3 },
  { kind: 'MENTAL', grade: 1 },
  { kind: 'MENTAL', grade: 2 },
  { kind: 'PHYSICAL', grade: 1 },
  { kind: 'PHYSICAL', grade: 2 },
  { kind: 'VISUAL', grade: 1 },
];

const others: readonly Disability[] = [
  { kind: 'PHYSICAL', grade: 3 },
  { kind: 'PHYSICAL', grade: 4 },
  { kind: 'VISUAL', grade: 3 },
  { kind: 'HEARING', grade: 2 },
  { kind: 'HEARING', grade: 3 },
  { kind: 'SPEECH', grade: 3 },
  { kind: 'INTELLECTUAL', grade: 4 },
  { kind: 'MULTIPLE', grade: 2 },
];

/** What a disability certificate (残疾人证) may say. */
export function drawDisability(random: Random, which: 'WITHOUT_WORK_CAPACITY' | 'OTHER'): Disability {
  return random.pick(which === 'OTHER' ? others : withoutCapacity);
}
