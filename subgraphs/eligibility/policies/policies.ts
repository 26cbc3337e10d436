import type { CalendarDate } from '../../../schema/values/calendar-date';
import type { Program } from '../engine/facts/facts';
import type { BasicPensionExemption, Policy, Standard } from '../engine/policy/policy';
import type { FiledEdition } from './edition-of';
import { NoPolicyError } from './no-policy-error';
import { entryOn } from './succession';

/** All that is known of the rules, and what of it is in force on a day. */
export class Policies {
  constructor(
    /** Those of a program by their first days. */
    readonly editions: readonly FiledEdition[],
    /** By their first days. */
    readonly standards: readonly Standard[],
    readonly basicPensionExemptions: readonly BasicPensionExemption[],
  ) {}

  /** The edition of a program that is in force on a day; null where none is. */
  edition(program: Program, on: CalendarDate): FiledEdition | null {
    return entryOn(
      this.editions.filter((edition) => edition.program === program),
      on,
    );
  }

  /**
   * What a program is assessed by on a day.
   * @throws NoPolicyError where no edition of it or no standard is in force: the nearest never stands in.
   */
  inForce(program: Program, on: CalendarDate): Policy {
    const edition = this.edition(program, on);
    if (!edition) throw new NoPolicyError(program, on, 'edition');
    const standard = entryOn(this.standards, on);
    if (!standard) throw new NoPolicyError(program, on, 'standard');
    return { edition, standard, basicPensionExemptions: this.basicPensionExemptions };
  }
}
