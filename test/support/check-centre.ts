import { formatInstant } from '../../schema/values/instant';
import type { Asked, AskOptions } from './ask';
import { openDistrict, type District, type DistrictOptions } from './district';
import type { Role } from '../../gateway/access/roles';

/** What a step tells of its verification. */
export interface Told {
  readonly id: string;
  readonly state: string;
  readonly version: number;
}

/** A check centre in a district, whose time goes on as the test says. */
export interface CheckCentre {
  readonly district: District;
  readonly now: () => Date;
  /** Sets the clock; registries deliver their data anew, except those that a test keeps late. */
  at(instant: string): Promise<void>;
  /** Waits until the verification has done by itself what is due at this moment. */
  settle(): Promise<void>;
  /** Makes a step, such as `notifyFamily`, and tells the verification; fails where it is refused. */
  make(step: StepName, verification: Told, input?: object, asked?: AskOptions): Promise<Told>;
  /** Tries a step, as it is said. */
  attempt(step: StepName, input: object, asked?: AskOptions): Promise<Asked>;
  /** A verification, up to the state AUTHORISED. */
  accept(householdId: string): Promise<Told>;
  /** Commissions it, and lets it run. */
  run(verification: Told): Promise<Told>;
  /** These fields of a verification, as a verifier sees them. */
  read(id: string, fields: string): Promise<Readonly<Record<string, unknown>>>;
  close(): Promise<void>;
}

/** Who makes each step, and what its input is called. */
const steps = {
  acceptApplication: ['caseworker', 'AcceptApplicationInput'],
  recordAuthorisations: ['caseworker', 'RecordAuthorisationsInput'],
  withdrawAuthorisation: ['caseworker', 'WithdrawAuthorisationInput'],
  startVerification: ['assistance', 'StepInput'],
  recordFieldCheck: ['caseworker', 'FieldCheckInput'],
  issueReport: ['verifier', 'ReasonedStepInput'],
  notifyFamily: ['caseworker', 'NotifyInput'],
  recordObjection: ['caseworker', 'ObjectionInput'],
  recordNoObjection: ['caseworker', 'StepInput'],
  decideObjection: ['verifier', 'DecideObjectionInput'],
  concludeVerification: ['verifier', 'ConcludeInput'],
  closeVerification: ['verifier', 'ReasonedStepInput'],
} as const satisfies Record<string, readonly [Role, string]>;

export type StepName = keyof typeof steps;

/** The day on which journeys begin: a Monday. */
export const firstMorning = '2018-06-11T09:00:00+08:00';

export async function openCheckCentre(
  options: Omit<DistrictOptions, 'clock'> & {
    /** Registries, by name in the graph, whose data is not delivered anew. */
    readonly late?: readonly string[];
  },
): Promise<CheckCentre> {
  let now = new Date(firstMorning);
  let keys = 0;
  const district = await openDistrict({ ...options, clock: () => now });
  const { work } = district.department('verification');

  const deliver = async () => {
    const late = options.late ?? [];
    for (const { subgraph, database } of district.graph.departments) {
      for (const { name } of subgraph.registries.filter((registry) => !late.includes(registry.name))) {
        await database.session(({ run }) =>
          run('UPDATE registry_state SET as_of = ? WHERE registry = ?', [now.getTime(), name]),
        );
      }
    }
  };
  const settle = async () => {
    await work?.idle();
  };
  const attempt: CheckCentre['attempt'] = (step, input, asked) => {
    const [role, type] = steps[step];
    return district.ask(`mutation Made($input: ${type}!) { ${step}(input: $input) { id state version } }`, {
      role,
      variables: { input },
      ...asked,
    });
  };
  const made = async (step: StepName, input: object, asked?: AskOptions): Promise<Told> => {
    const { data, errors } = await attempt(step, input, asked);
    if (errors.length > 0) throw new Error(`${step}: ${JSON.stringify(errors.map((one) => one.extensions))}`);
    return data?.[step] as Told;
  };
  const read: CheckCentre['read'] = async (id, fields) => {
    const { data, errors } = await district.ask(
      `query Read($id: ID!) { verification(id: $id) { ${fields} } }`,
      { variables: { id } },
    );
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    return data?.['verification'] as Readonly<Record<string, unknown>>;
  };
  const make: CheckCentre['make'] = (step, { id, version }, input = {}, asked = {}) =>
    made(step, { key: `key-${(keys += 1)}`, verificationId: id, expectedVersion: version, ...input }, asked);
  await deliver();
  return {
    district,
    now: () => now,
    at: async (instant) => {
      now = new Date(instant);
      await deliver();
      await settle();
    },
    settle,
    make,
    attempt,
    accept: (householdId) =>
      made('acceptApplication', { key: `key-${(keys += 1)}`, householdId, commissionedBy: '龙山街道办事处' }),
    run: async (verification) => {
      await make('startVerification', verification);
      await settle();
      return (await read(verification.id, 'id state version')) as unknown as Told;
    },
    read,
    close: () => district.close(),
  };
}

/** An instant of so many hours later. */
export function hoursAfter(instant: Date, hours: number): string {
  return formatInstant(new Date(instant.getTime() + hours * 3_600_000));
}
