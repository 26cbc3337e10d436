import type { Family } from '../families/family';
import type { Random } from '../random';
import { bearers } from './bearers';
import { traps } from './trap-table';

/** Lets members of a family bear traps, each as often as the table says. */
export function assignTraps(family: Family, random: Random): void {
  for (const { name, percent, bearer } of traps) {
    if (!random.chance(percent / 100)) continue;
    const free = family.members.filter((person) => !person.trap && bearers[bearer](person, family));
    if (free.length > 0) random.pick(free).trap = name;
  }
}
