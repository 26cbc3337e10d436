import type { ParameterName } from '../engine/policy/parameters';
import type { Edition, RuleEntry } from '../engine/policy/policy';
import { rules } from '../engine/rules';
import type { RuleCode } from '../engine/rules/rule-code';
import type { EditionFile, PolicyDocument } from './edition-file';

/** An edition with what its file says beside its rules. */
export interface FiledEdition extends Edition {
  /** Its first day stands in for one that was not seen. */
  readonly dayAssumed: boolean;
  /** The documents that its rules rest on. */
  readonly documents: readonly PolicyDocument[];
}

type Report = (place: string, problem: string) => void;

/** The edition that a file holds, once `checkEdition` has found nothing wrong with it. */
export function editionOf(file: EditionFile): FiledEdition {
  return {
    ...file,
    document: file.documents[file.document]?.title ?? file.document,
    documents: Object.values(file.documents),
    // In the order of the codes, whatever the order of the file.
    rules: new Map(listedRules(file).map(([code, rule]) => [code, entryOf(rule, file)])),
  };
}

function entryOf({ basis, ...rule }: RuleFile, { documents }: EditionFile): RuleEntry {
  const document = documents[basis.document];
  if (!document) throw new Error(`the document ${basis.document} is not listed`);
  const { title, effectiveFrom } = document;
  const assumed = basis.assumed || document.assumed;
  return {
    ...rule,
    basis: { document: title, article: basis.article, effectiveFrom, assumed },
  };
}

/** Reports what the form of a file cannot say: names that refer to nothing, and figures that no rule uses or lacks. */
export function checkEdition(file: EditionFile, name: string, acceptDrafts: boolean, report: Report): void {
  if (file.id !== name) report('id', `it is not the file's name, expected ${name}`);
  if (!file.id.startsWith(`${file.program}-`)) {
    report('id', `it does not begin with the program, expected ${file.program}-YEAR`);
  }
  if (file.draft && !acceptDrafts) {
    report('draft', 'a draft is not loaded in production, expected an edition in force');
  }
  checkDocument('document', file.document, file, report);
  checkRulesOfAll(file, report);
  for (const [code, rule] of listedRules(file)) checkRule(code, rule, file, report);
  checkParameters(file, report);
}

/** Rules that no edition may leave out or weaken, since silence would pass for 'none' then. */
function checkRulesOfAll(file: EditionFile, report: Report): void {
  for (const { code, always } of rules) {
    if (always && file.rules[code]?.effect !== always) {
      report(`rules.${code}`, `every edition has it with one effect, expected ${always}`);
    }
  }
}

function checkRule(code: RuleCode, rule: RuleFile, file: EditionFile, report: Report): void {
  checkDocument(`rules.${code}.basis.document`, rule.basis.document, file, report);
  if (rule.barsAs !== null && !file.rules[rule.barsAs]) {
    report(`rules.${code}.barsAs`, 'the edition has no such rule, expected one that it lists');
  }
  if (rule.barsAs !== null && rule.effect !== 'BARS') {
    report(`rules.${code}.barsAs`, 'the rule does not bar, expected nothing');
  }
  if (rule.barsWhenConfirmed && rule.effect === 'BARS') {
    report(`rules.${code}.barsWhenConfirmed`, 'the rule bars in any case, expected nothing');
  }
}

function checkDocument(place: string, document: string, { documents }: EditionFile, report: Report): void {
  if (!Object.hasOwn(documents, document)) {
    report(place, `there is no such document, expected one of ${Object.keys(documents).join(', ')}`);
  }
}

/** An edition has the figures that its rules need, and no other. */
function checkParameters(file: EditionFile, report: Report): void {
  const listed = rules.filter(({ code }) => file.rules[code]);
  const neededBy = new Map<ParameterName, RuleCode>();
  for (const { code, parameters = [] } of listed) {
    for (const name of parameters) if (!neededBy.has(name)) neededBy.set(name, code);
  }
  for (const [name, code] of neededBy) {
    if (!file.parameters[name]) report(`parameters.${name}`, `it is missing, expected a value for ${code}`);
  }
  for (const name of Object.keys(file.parameters) as ParameterName[]) {
    if (!neededBy.has(name)) report(`parameters.${name}`, 'no rule of the edition uses it, expected nothing');
  }
}

type RuleFile = NonNullable<EditionFile['rules'][RuleCode]>;

function listedRules(file: EditionFile): readonly (readonly [RuleCode, RuleFile])[] {
  return rules.flatMap(({ code }) => {
    const rule = file.rules[code];
    return rule ? [[code, rule] as const] : [];
  });
}
