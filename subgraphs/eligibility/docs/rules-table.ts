import { formatYuan } from '../../../schema/values/yuan';
import { programs } from '../engine/facts/facts';
import type { Policies } from '../policies/policies';
import type { Standard } from '../engine/policy/policy';
import { markdownTable, marked } from './markdown-table';
import { principles } from './principles';
import { programTables } from './program-tables';

/** All rules, figures and standards with where they are written, as Markdown: RULES.md. */
export function rulesDocument(policies: Policies): string {
  const sections = programs.map((program) => {
    const editions = policies.editions.filter((edition) => edition.program === program);
    return `## ${program}\n\n${programTables(editions)}`;
  });
  return `# Rules

Made from the code and from \`policies/\` by \`npm run rules\`. An assessment is a recommendation: people decide.
An asterisk marks what is assumed, since it was not published or not seen. Where a rule's own place is not known,
its basis is the document alone. The edition and the standard in force on the day of assessment apply.

BARS says that the program does not help; UNSETTLED that it cannot be told; REVIEW that a person has to look;
NOTE that something is told.

${principles}

${sections.join('\n\n')}

## Standards

Yuan a person and month.

${standardsTable(policies.standards)}

## Income that does not count

${exemptionsTable(policies)}

## Documents

${documentsTable(policies)}
`;
}

function standardsTable(standards: readonly Standard[]): string {
  return markdownTable(
    ['in force from', 'to', 'announced on', 'urban', 'rural', 'special hardship', 'document'],
    standards.map((standard) => [
      marked(standard.effectiveFrom, standard.assumed.has('effectiveFrom')),
      standard.effectiveTo ?? '',
      marked(standard.announcedOn ?? '', standard.assumed.has('announcedOn')),
      ...(['urban', 'rural', 'specialHardship'] as const).map((amount) =>
        marked(formatYuan(standard[amount]), standard.assumed.has(amount)),
      ),
      standard.basis.document,
    ]),
  );
}

function exemptionsTable({ basicPensionExemptions }: Policies): string {
  return markdownTable(
    ['what', 'from', 'to', 'basis'],
    basicPensionExemptions.map(({ from, to, basis }) => [
      'the basic part of a resident pension',
      from,
      to,
      marked([basis.document, basis.article ?? ''].join(' ').trim(), basis.assumed),
    ]),
  );
}

/** Every document that a rule rests on, once. */
function documentsTable({ editions }: Policies): string {
  const rows = editions
    .flatMap(({ documents }) => documents)
    .map(({ title, effectiveFrom, dayAssumed }) => [title, marked(effectiveFrom, dayAssumed)]);
  const distinct = new Map(rows.map((row) => [row.join(), row]));
  const byDay = [...distinct.values()].sort((a, b) => (a.at(-1) ?? '').localeCompare(b.at(-1) ?? ''));
  return markdownTable(['document', 'in force from'], byDay);
}
