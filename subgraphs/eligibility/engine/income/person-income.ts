import type { Fen } from '../../../../schema/values/yuan';
import type { IncomeHead, IncomeItem } from '../assessment';
import type { Household } from '../household/household';
import type { Person } from '../household/person';
import { transferSources } from './benefits';
import { declaredSources } from './declared';
import { indications } from './indications';
import type { Source } from './source';

/** What a person earns a month under one head. */
export interface HeadIncome {
  readonly person: Person;
  readonly head: IncomeHead;
  /** Every word on it, declarations first. */
  readonly sources: readonly Source[];
  /** The source of the definite amount, and of the indicated one: the greatest, the definite where they are equal. */
  readonly definite: Source;
  readonly indicated: Source;
}

/** A person's income by head, from what is declared and what the registries say. */
export function personIncome(household: Household, person: Person): readonly HeadIncome[] {
  const known = indications(household, person);
  return declaredSources(person).map((declared) => {
    const definite = declared.head === 'TRANSFER' ? transferSources(household, person, declared) : [declared];
    return headIncome(person, declared.head, [
      ...definite,
      ...known.filter(({ head }) => head === declared.head),
    ]);
  });
}

/** A person's income by head as declared, for programs that read no registry of income. */
export function declaredOnly(person: Person): readonly HeadIncome[] {
  return declaredSources(person).map((declared) => headIncome(person, declared.head, [declared]));
}

/** How much at least it is, however silent and stale registries came to answer. */
export function certainOf({ sources }: HeadIncome, kind: 'definite' | 'indicated'): Fen {
  const certain = sources.filter(
    (source) => source.isCertain && (kind === 'indicated' || source.kind === kind),
  );
  return Math.max(0, ...certain.map(({ amount }) => amount)) as Fen;
}

/** One item a source; the greatest counts. */
export function itemsOf({ person, sources, indicated }: HeadIncome): readonly IncomeItem[] {
  return sources.map((source) => ({
    person: person.id,
    head: source.head,
    monthlyAmount: source.amount,
    counted: source === indicated,
    source: source.source,
    recordId: source.evidence.length === 1 ? (source.evidence[0]?.recordId ?? null) : null,
    reason: source.reason,
  }));
}

function headIncome(person: Person, head: IncomeHead, sources: readonly Source[]): HeadIncome {
  const definite = greatestOf(sources.filter(({ kind }) => kind === 'definite'));
  const indicated = greatestOf(sources.filter(({ kind }) => kind !== 'superseded'));
  return { person, head, sources, definite, indicated };
}

/** The first of the greatest; a declaration always stands first. */
function greatestOf(sources: readonly Source[]): Source {
  return sources.reduce((most, source) => (source.amount > most.amount ? source : most));
}
