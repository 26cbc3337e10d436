import type { Ask, HttpAnswer } from './ask-over-http';
import { upstreamText } from './faulty-department';
import {
  oneHousehold,
  profilesOf,
  severalHouseholds,
  wholeDistrict,
  without,
  type Assessment,
} from './household-profile';
import { assessingDepartments, settingsOfUrls } from './department-processes';
import { gateway, type Command } from './processes';
import { checksOf, partsOf } from './registry-checks';

const departmentDeadline = 1000;
const requestDeadline = 4000;

/** What a busy machine may add to a deadline. */
const margin = 1000;

/**
 * A gateway that asks departments at these URLs, answers for all others itself, and has little patience.
 * With `--remote`, it needs the URL of each.
 */
export function hastyGateway(urls: ReadonlyMap<string, string>, ...more: string[]): Command {
  return {
    command: gateway(...more),
    settings: {
      ...settingsOfUrls(urls),
      DEPARTMENT_DEADLINE_MS: String(departmentDeadline),
      REQUEST_DEADLINE_MS: String(requestDeadline),
      // Each fault is seen, and the next answer after it: no circuit may open meanwhile.
      BREAKER_CALLS: '1000000',
    },
  };
}

type Path = readonly (string | number)[];

/** An error in a department's name at a place of the answer; null: at none. */
export type Place = readonly [department: string, path: Path | null];

/**
 * The answer came in time, and its errors name these departments and places, say what the catalogue says,
 * and nothing of what came from a department or of where it is.
 */
export function expectErrors(answer: HttpAnswer, places: readonly Place[]): void {
  const told = answer.errors.map(({ path, extensions }) => [extensions['department'], path ?? null]);
  expect(inOrder(told)).toEqual(inOrder(places));
  for (const { message, extensions } of answer.errors) {
    expect(message).toMatch(/^The department did not give a complete answer in time\./);
    expect(extensions).toEqual({
      code: 'DEPARTMENT_UNAVAILABLE',
      department: expect.any(String),
      correlationId: expect.any(String),
      messageZh: expect.any(String),
    });
  }
  expect(answer.text).not.toContain(upstreamText);
  expect(answer.text).not.toMatch(/127\.0\.0\.1|localhost|ECONN|undici|socket/i);
  expect(answer.milliseconds).toBeLessThan(requestDeadline + margin);
}

const inOrder = (places: readonly unknown[]) => places.map((place) => JSON.stringify(place)).sort();

/**
 * All households are whole, the registries of these departments alone are UNAVAILABLE, what they keep of their own work
 * alone is null, and no assessment is the better for it.
 */
export async function expectWithout(
  departments: readonly string[],
  healthy: HttpAnswer,
  ask: Ask,
  url: string,
): Promise<void> {
  const before = profilesOf(healthy);
  const answer = await ask(url, { query: wholeDistrict });
  const after = profilesOf(answer);
  expect(after.map(({ profile }) => profile)).toEqual(
    before.map(({ profile }) => without(departments, profile)),
  );
  after.forEach(({ eligibility }, index) =>
    expectFailsClosed(departments, before[index]?.eligibility ?? null, eligibility),
  );
  const [, ...households] = before;
  const paths: readonly Path[] = [['household'], ...households.map((_, index) => ['households', index])];
  const places = departments.flatMap((department) =>
    partsOf(department).flatMap((part) => paths.map((path): Place => [department, [...path, ...part]])),
  );
  expectErrors(answer, places);
}

/**
 * Without whoever assesses there is no assessment. Without registries that it reads it is never MEETS, and FAILS
 * only where it was; without others it is what it was.
 */
function expectFailsClosed(
  departments: readonly string[],
  before: Assessment | null,
  after: Assessment | null,
): void {
  if (departments.some((name) => assessingDepartments.includes(name))) {
    expect(after).toBeNull();
    return;
  }
  const silent = departments.flatMap(checksOf).map(({ check }) => check);
  const unanswered = after?.unanswered.filter(({ registry }) => silent.includes(registry)) ?? [];
  expect(unanswered.filter(({ status }) => status !== 'UNAVAILABLE')).toEqual([]);
  if (unanswered.length === 0) expect(after).toEqual(before);
  else
    expect(before?.outcome === 'FAILS' ? ['FAILS', 'UNDETERMINED'] : ['UNDETERMINED']).toContain(
      after?.outcome,
    );
}

/** Nothing is told of any verification, and an error says why. */
export async function expectNoVerifications(ask: Ask, url: string): Promise<void> {
  const one = await ask(url, { query: '{ verification(id: "HC-2018-0000-0000") { id state } }' });
  expect(one.data).toEqual({ verification: null });
  expectErrors(one, [['verification', null]]);
  const all = await ask(url, { query: '{ verifications { edges { node { id state } } } }' });
  expect(all.data).toBeNull();
  expectErrors(all, [['verification', null]]);
}

/** Nothing is told of any household, and an error says why. */
export async function expectNoHouseholds(ask: Ask, url: string): Promise<void> {
  const one = await ask(url, { query: oneHousehold });
  expect(one.data).toEqual({ household: null });
  expectErrors(one, [['civil-affairs', null]]);
  const several = await ask(url, { query: severalHouseholds });
  expect(several.data).toBeNull();
  expectErrors(several, [['civil-affairs', null]]);
}
