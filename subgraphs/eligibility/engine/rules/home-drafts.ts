import type { Household } from '../household/household';
import { inSquareMetres, type Home } from '../property/homes';
import { answersOnHomes, homeParameters, soleOwner } from '../property/housing';
import type { Draft } from './rule';

/** One draft of all homes together. */
export function homesDraft(household: Household, homes: readonly Home[], why: string): Draft {
  return {
    person: soleOwner(household, homes),
    message: `家庭名下住房${homes.length}套，建筑面积${inSquareMetres(homes)}平方米，${household.counted.length}人：${why}。`,
    evidence: household.records.cite(
      'realEstate',
      homes.flatMap(({ titles }) => titles),
    ),
    restsOn: answersOnHomes(household),
    cites: homeParameters,
  };
}
