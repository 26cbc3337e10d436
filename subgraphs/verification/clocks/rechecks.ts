import type { CalendarDate } from '../../../schema/values/calendar-date';
import type { Facts } from '../../eligibility/engine/facts/facts';
import type { RecheckClass } from '../process/event';
import { situationOf } from './recheck-situation';
import type { RecheckEdition, RecheckMeasures } from './rechecks-file';

/** How often families are looked at again (定期核查), by the rules of `rechecks.yaml`. */
export class Rechecks {
  constructor(
    /** By their first days. */
    private readonly editions: readonly RecheckEdition[],
    private readonly measures: RecheckMeasures,
  ) {}

  /**
   * How often the rules in force on a day would have a family looked at: a proposal to whoever decides. Null where no
   * rule is in force.
   */
  recheckClassOf(facts: Facts, on: CalendarDate): RecheckClass | null {
    const inForce = this.editions.findLast(({ effectiveFrom }) => effectiveFrom <= on);
    return inForce ? inForce[situationOf(facts, on, this.measures)] : null;
  }
}
