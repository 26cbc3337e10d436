import type { CalendarDate } from '../../../../schema/values/calendar-date';
import type { Fen } from '../../../../schema/values/yuan';
import type { Unanswered } from '../assessment';
import type { Facts, Program, RecordOf, RegistryName } from '../facts/facts';
import type { ParameterName, ParameterValues } from '../policy/parameters';
import type { Policy } from '../policy/policy';
import { isWithin } from './calendar';
import { personOf, type Person } from './person';
import { readingOf, registriesOfIncome, registriesOfLife, type Reading } from './reading';
import { Records } from './records';

/** A registry's answer for a person, on which a finding may rest. */
export interface Answer {
  readonly registry: RegistryName;
  readonly person: Person;
}

/** A household on a day, as the rules see it. */
export class Household {
  readonly records: Records;
  /** All members, the dead included. */
  readonly members: readonly Person[];
  /** Who is counted: members who are not known to be dead. */
  readonly counted: readonly Person[];
  /** Who applies; undefined where they are known to be dead. */
  readonly applicant: Person | undefined;
  /** All obligors, the dead included; a member who is listed as one too is a member. */
  readonly obligors: readonly Person[];
  /** Every counted member is known to draw the allowance or hardship support, and the program asks no more. */
  readonly meetsByRoll: boolean;
  readonly reading: Reading;
  /** The checks that the program reads and that were not answered, by person and registry. */
  readonly unanswered: readonly Unanswered[];

  constructor(
    readonly facts: Facts,
    readonly policy: Policy,
    readonly on: CalendarDate,
  ) {
    this.records = new Records(facts);
    this.members = facts.members.map((member) => personOf(member, 'member', this.records, on));
    this.counted = this.members.filter(({ life }) => life !== 'dead');
    const applicant = this.members.find(({ declared }) => declared.basis === 'APPLICANT') ?? this.members[0];
    this.applicant = applicant?.life === 'dead' ? undefined : applicant;
    const ids = new Set(this.members.map(({ id }) => id));
    this.obligors = facts.obligors
      .filter(({ person }) => !ids.has(person))
      .map((obligor) => personOf(obligor, 'obligor', this.records, on));
    this.meetsByRoll =
      policy.edition.rules.has('MEETS_BY_ROLL') &&
      this.counted.length > 0 &&
      this.counted.every((person) => this.isOnRoll(person));
    this.reading = readingOf(this.program, this.meetsByRoll);
    this.unanswered = this.#unansweredOfAll();
  }

  get program(): Program {
    return this.policy.edition.program;
  }

  get appliedOn(): CalendarDate {
    return this.facts.application.appliedOn;
  }

  /** Whose property the program judges: hardship support the applicant's, all others every member's. */
  get owners(): readonly Person[] {
    return this.program === 'SPECIAL_HARDSHIP_SUPPORT' ? this.applicants : this.counted;
  }

  /** The applicant as a list of one, or of none. */
  get applicants(): readonly Person[] {
    return this.applicant ? [this.applicant] : [];
  }

  get readsIncome(): boolean {
    return registriesOfIncome.every((registry) => this.reading.members.includes(registry));
  }

  /** The allowance's standard by the household's residence, in fen a person and month. */
  get standard(): Fen {
    const { urban, rural } = this.policy.standard;
    return this.facts.residence === 'URBAN' ? urban : rural;
  }

  /** What an edition gives a figure; every one that its rules use is there, or it would not have loaded. */
  parameter<N extends ParameterName>(name: N): ParameterValues[N] {
    const parameter = this.policy.edition.parameters[name];
    if (!parameter) throw new Error(`the edition ${this.policy.edition.id} has no parameter ${name}`);
    return parameter.value;
  }

  isAnswered({ registry, person }: Answer): boolean {
    return this.records.isAnswered(registry, person.id);
  }

  /** The answers by which these people are known to live. */
  livesOf(people: readonly Person[]): readonly Answer[] {
    return this.answersOf(people, ...registriesOfLife);
  }

  answersOf(people: readonly Person[], ...registries: readonly RegistryName[]): readonly Answer[] {
    return people.flatMap((person) => registries.map((registry) => ({ registry, person })));
  }

  /** The answers by which the rolls do not settle the matter, where the program says that they may. */
  get answersOfRolls(): readonly Answer[] {
    return this.policy.edition.rules.has('MEETS_BY_ROLL')
      ? this.answersOf(this.counted, 'assistanceRolls')
      : [];
  }

  /** The entries by which a person draws a program on the day of assessment, a stale roll's too. */
  drawing(person: Person, ...programs: readonly Program[]): readonly RecordOf<'assistanceRolls'>[] {
    return this.records
      .of('assistanceRolls', person.id)
      .filter(
        ({ status, program, from, to }) =>
          status === 'DRAWING' && programs.includes(program) && isWithin(this.on, from, to),
      );
  }

  /** Whether a roll that answered has a person drawing one of these programs; a stale one lifts no bar. */
  isKnownToDraw(person: Person, ...programs: readonly Program[]): boolean {
    return (
      this.records.isAnswered('assistanceRolls', person.id) && this.drawing(person, ...programs).length > 0
    );
  }

  isOnRoll(person: Person): boolean {
    return this.isKnownToDraw(person, 'MINIMUM_LIVING_ALLOWANCE', 'SPECIAL_HARDSHIP_SUPPORT');
  }

  #unansweredOfAll(): readonly Unanswered[] {
    const obligors = this.counted.length > 0 ? this.obligors : [];
    return [
      ...this.members.flatMap((person) => this.#unansweredOf(person, this.reading.members)),
      ...obligors.flatMap((person) => this.#unansweredOf(person, this.reading.obligors)),
    ];
  }

  #unansweredOf(person: Person, read: readonly RegistryName[]): readonly Unanswered[] {
    // Nothing else is read for the dead, who can authorise nothing (RULES.md, principle 9).
    const registries: readonly RegistryName[] = person.life === 'dead' ? ['deaths'] : read;
    return registries
      .filter((registry) => read.includes(registry) && !this.records.isAnswered(registry, person.id))
      .map((registry) => ({
        registry,
        status: this.records.status(registry, person.id),
        person: person.id,
      }));
  }
}
