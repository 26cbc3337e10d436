import type { Parameter, ParameterName } from '../engine/policy/parameters';
import type { RuleEntry } from '../engine/policy/policy';
import { rules } from '../engine/rules';
import type { RuleCode } from '../engine/rules/rule-code';
import type { FiledEdition } from '../policies/edition-of';
import { figures } from './figures';
import { markdownTable, marked } from './markdown-table';

/** Everything about one program, whose editions are given, the earliest first. */
export function programTables(editions: readonly FiledEdition[]): string {
  return [editionsTable(editions), rulesTable(editions), figuresTable(editions)].join('\n\n');
}

function editionsTable(editions: readonly FiledEdition[]): string {
  return markdownTable(
    ['edition', 'title', 'in force from', 'to', 'document'],
    editions.map((edition) => [
      yearOf(edition),
      edition.title,
      marked(edition.effectiveFrom, edition.dayAssumed),
      edition.effectiveTo ?? '',
      edition.document,
    ]),
  );
}

function rulesTable(editions: readonly FiledEdition[]): string {
  const listed = rules.filter(({ code }) => editions.some((edition) => edition.rules.has(code)));
  return markdownTable(
    ['rule', 'when', ...editions.map(yearOf), 'basis'],
    listed.map(({ code, when }) => [
      code,
      when,
      ...editions.map((edition) => effectOf(edition.rules.get(code))),
      basisOf(code, editions),
    ]),
  );
}

function effectOf(entry: RuleEntry | undefined): string {
  if (!entry) return '';
  const as = entry.barsAs === null ? '' : ` as ${entry.barsAs}`;
  const confirmed = entry.barsWhenConfirmed ? ', BARS once confirmed' : '';
  return marked(`${entry.effect}${as}${confirmed}`, entry.basis.assumed);
}

/** Where the rule is written; by edition where that changes. */
function basisOf(code: RuleCode, editions: readonly FiledEdition[]): string {
  const places = editions.flatMap((edition) => {
    const basis = edition.rules.get(code)?.basis;
    if (!basis) return [];
    const document = basis.document === edition.document ? 'the edition’s document' : basis.document;
    return [{ year: yearOf(edition), place: [document, basis.article ?? ''].join(' ').trim() }];
  });
  const distinct = [...new Set(places.map(({ place }) => place))];
  if (distinct.length === 1) return distinct.join('');
  return distinct
    .map((place) => {
      const years = places.filter((other) => other.place === place).map(({ year }) => year);
      return `${years.join(', ')}: ${place}`;
    })
    .join('; ');
}

function figuresTable(editions: readonly FiledEdition[]): string {
  const names = (Object.keys(figures) as ParameterName[]).filter((name) =>
    editions.some(({ parameters }) => parameters[name]),
  );
  return markdownTable(
    ['figure', 'what it is', ...editions.map(yearOf)],
    names.map((name) => [
      name,
      figures[name].says,
      ...editions.map(({ parameters }) => valueOf(name, parameters[name])),
    ]),
  );
}

function valueOf<N extends ParameterName>(name: N, parameter: FiledEdition['parameters'][N]): string {
  if (!parameter) return '';
  const { value, assumed } = parameter as Parameter<never>;
  return marked(figures[name].write(value), assumed);
}

/** Such as 2017, of MINIMUM_LIVING_ALLOWANCE-2017. */
function yearOf({ id, program }: FiledEdition): string {
  return id.slice(program.length + 1);
}
