import { built } from '../built.mjs';
import { byPerson, checkOf } from '../../eligibility/check.mjs';
import { readMarriages } from '../../eligibility/marriages.mjs';
import { applicationView, factsOfApplication, memberView, readHouseholds } from './households.mjs';
import { views } from './record-views.mjs';
import { assets, marriageColumns, registrations, ruledRecords } from './wider-selects.mjs';

const { worstOf } = built('schema/values/check-status');
const { assess } = built('subgraphs/eligibility/engine/assess');
const { assessmentView } = built('subgraphs/eligibility/assessment-view');
const { loadPolicies } = built('subgraphs/eligibility/policies/load-policies');

const policies = loadPolicies(undefined, { acceptDrafts: true });

/**
 * What the question asks about some households, straight from the tables: the least SQL that reads what is told and what
 * the rules read, the engine, and the answer's objects by hand. Of several households the statements are the same, with
 * more values. Gives `data` of the answer by the household's number.
 */
export async function householdFiles(ids, { asOf, select }) {
  const known = await readHouseholds(ids, select);
  const people = [...known.values()].flatMap((household) => household.people);
  const everybody = padded([...new Set(people.map(({ id }) => id))]);
  const authorised = padded([...new Set(people.filter((of) => of.authorised).map(({ id }) => id))]);
  const asking = { everybody, authorised, asOf, select };
  const [family, ownAssets, ownRegistrations] = await Promise.all([
    readMarriages({ ...asking, more: marriageColumns }),
    readAll(assets, asking),
    readAll(registrations, asking),
  ]);
  const answered = new Map();
  for (const [id, household] of known) {
    const checks = {
      assets: checksOf(ownAssets, household.people),
      registrations: { ...family(household.people), ...checksOf(ownRegistrations, household.people) },
    };
    answered.set(id, { household: fileOf(household, checks) });
  }
  return answered;
}

/** The number of values is one of a few, so that few statements are prepared. */
function padded(ids) {
  if (ids.length < 3) return ids;
  const length = 2 ** Math.ceil(Math.log2(ids.length));
  return [...ids, ...Array(length - ids.length).fill(ids.at(-1))];
}

function readAll(registries, { everybody, authorised, asOf, select }) {
  return Promise.all(
    Object.entries(registries).map(async ([name, registry]) => {
      const persons = registry.withoutAuthorisation ? everybody : authorised;
      const lists = await Promise.all(
        Object.entries(registry.lists).map(async ([list, sql]) => {
          const rows =
            persons.length > 0
              ? await select(registry.department, sql(persons.map(() => '?').join(', ')), persons)
              : [];
          return [list, byPerson(rows, registry.holder)];
        }),
      );
      return { name, registry, lists: Object.fromEntries(lists), asOf: asOf(...registry.registries) };
    }),
  );
}

function checksOf(held, people) {
  const checks = {};
  for (const { name, registry, lists, asOf } of held) checks[name] = checkOf(registry, lists, people, asOf);
  return checks;
}

function fileOf({ row, people }, checks) {
  return {
    id: row.id,
    application: applicationView(row),
    residence: row.residence,
    divisionCode: row.division_code,
    address: row.address,
    members: people.filter(({ isMember }) => isMember).map(memberView),
    obligors: people.filter(({ isMember }) => !isMember).map(memberView),
    assets: checkViews(checks.assets, people),
    registrations: checkViews(checks.registrations, people),
    eligibility: assessed(row, people, checks),
  };
}

function checkViews(checks, people) {
  const shown = {};
  for (const name of Object.keys(checks)) shown[name] = checkView(checks[name], views[name], people);
  return shown;
}

function checkView({ asOf, statuses, ...lists }, view, people) {
  const shown = {
    status: worstOf([...statuses.values()]),
    asOf,
    subjects: people.map(({ id }) => ({ person: { id }, status: statuses.get(id) })),
  };
  for (const list of Object.keys(view)) shown[list] = lists[list].map(view[list]);
  return shown;
}

function assessed(row, people, { assets: own, registrations: registered }) {
  const application = factsOfApplication(row);
  const declared = (isMember) => people.filter((of) => of.isMember === isMember).map((of) => of.declared);
  const facts = {
    id: row.id,
    residence: row.residence,
    application,
    members: declared(true),
    obligors: declared(false),
    assets: ruled(own),
    registrations: ruled(registered),
  };
  const { program, appliedOn } = application;
  const whole = assessmentView(assess(facts, policies.inForce(program, appliedOn), appliedOn));
  return {
    program: whole.program,
    outcome: whole.outcome,
    conclusion: whole.conclusion,
    assessedOn: whole.assessedOn,
    findings: whole.findings.map(({ code, effect, person, message, evidence }) => ({
      code,
      effect,
      person,
      message,
      evidence: evidence.map(({ registry, recordId, asOf }) => ({ registry, recordId, asOf })),
    })),
    unanswered: whole.unanswered.map(({ registry, status, person }) => ({ registry, status, person })),
  };
}

/** Some records are of another form for the rules. */
function ruled(checks) {
  const facts = { ...checks };
  for (const [name, record] of Object.entries(ruledRecords)) {
    if (facts[name]) facts[name] = { ...facts[name], records: facts[name].records.map(record) };
  }
  return facts;
}
