import type { Fen } from '../../../../schema/values/yuan';
import type { Evidence } from '../assessment';
import type { Household } from '../household/household';
import type { Person } from '../household/person';
import { transferSources } from '../income/benefits';
import { declaredSources } from '../income/declared';
import { sumOf, type Source } from '../income/source';

/** What a person lives on, where the basic part of a resident pension never counts. */
export interface Livelihood {
  readonly monthly: Fen;
  /** The least that it can be, however a silent or stale registry came to answer. */
  readonly certain: Fen;
  readonly evidence: readonly Evidence[];
}

export function livelihoodOf(household: Household, person: Person): Livelihood {
  const heads = declaredSources(person).map((declared) =>
    declared.head === 'TRANSFER'
      ? transferSources(household, person, declared, 'never-counts').filter(({ kind }) => kind === 'definite')
      : [declared],
  );
  const greatest = heads.map((sources) => sources.reduce(greater));
  const least = heads.map((sources) =>
    Math.max(0, ...sources.filter(({ isCertain }) => isCertain).map(({ amount }) => amount)),
  );
  return {
    monthly: sumOf(greatest.map(({ amount }) => amount)),
    certain: sumOf(least),
    evidence: greatest.flatMap(({ evidence }) => evidence),
  };
}

function greater(one: Source, other: Source): Source {
  return other.amount > one.amount ? other : one;
}
