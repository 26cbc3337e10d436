import { openCheckCentre, type CheckCentre, type Told } from './check-centre';
import { someone, together, vehicle } from './family';
import { sampleFamilies } from './sample-families';

/** The family that draws assistance, and the one that waits to be told of its report. */
const [drawing, waiting] = ['YB-2018-0002', 'YB-2018-0006'];
const applicant = { ...someone('周某国'), number: '500199194905120116' };
const nextYear = '2019-06-17T09:00:00+08:00';
const decision = { decision: 'GRANTED', reason: '符合条件' };

/** The numbers of what a check centre keeps. */
export interface Verified {
  readonly verifications: readonly string[];
  readonly batches: readonly string[];
}

/**
 * Fills the check centre of a folder for data with two families of the sample. One is granted assistance; a year later a
 * batch, which fails for the other, looks at it again and finds a vehicle more. Its alert is handled, the family contests
 * it, and assistance goes on. The other has its report. No worker finds anything to do any more. What the registries hold
 * is of then: the district is to be imported after this.
 */
export async function verifyDistrict(dataDir: string): Promise<Verified> {
  const registries = sampleFamilies();
  const centre = await openCheckCentre({ registries, settings: { DATA_DIR: dataDir } });
  try {
    const report = await centre.run(await centre.accept(waiting));
    const application = await grant(centre, await centre.run(await centre.accept(drawing)));
    await centre.district.fill({ registries: together(registries, vehicle('JD-0901', applicant)) });
    await centre.at(nextYear);
    const batch = await lookAgain(centre);
    const recheck = await newestOf(centre, drawing);
    await handleAlert(centre, recheck);
    await grant(centre, await contestVehicle(centre, recheck));
    return { verifications: [report.id, application.id, recheck.id], batches: [batch] };
  } finally {
    await centre.close();
  }
}

/** From the report to assistance. */
async function grant(centre: CheckCentre, reported: Told): Promise<Told> {
  const told = await centre.make('notifyFamily', reported, { manner: 'IN_PERSON' });
  return centre.make('concludeVerification', await centre.make('recordNoObjection', told), decision);
}

/** A batch over both families, of whom one is still being verified. */
async function lookAgain(centre: CheckCentre): Promise<string> {
  const query = 'mutation Start($input: StartBatchInput!) { startVerificationBatch(input: $input) { id } }';
  const input = { key: 'again', kind: 'RECHECK', householdIds: [drawing, waiting] };
  const { id } = (await made(centre, query, input, 'assistance')) as { readonly id: string };
  await centre.settle();
  return id;
}

async function newestOf({ district }: CheckCentre, householdId: string): Promise<Told> {
  const query = `{ household(id: "${householdId}") { verifications { id state version } } }`;
  const { data } = await district.ask(query);
  const [newest] = (data?.['household'] as { readonly verifications: readonly [Told] }).verifications;
  return newest;
}

async function handleAlert(centre: CheckCentre, { id }: Told): Promise<void> {
  const { alerts } = (await centre.read(id, 'alerts { id }')) as { alerts: readonly [{ id: string }] };
  const query = 'mutation Handle($input: HandleAlertInput!) { handleAlert(input: $input) { id } }';
  const input = { alertId: alerts[0].id, resolution: 'WITHOUT_CONSEQUENCE', note: '车辆已转让。' };
  await made(centre, query, input, 'verifier');
}

/** From a report that finds a vehicle to the next one, which does not count it. */
async function contestVehicle(centre: CheckCentre, reported: Told): Promise<Told> {
  const { findings } = await centre.read(reported.id, 'findings { id code }');
  const findingId = (findings as readonly Finding[]).find(({ code }) => code === 'VEHICLE_OWNED')?.id;
  const told = await centre.make('notifyFamily', reported, { manner: 'IN_WRITING' });
  const contested = await centre.make('recordObjection', told, { findingId, evidence: '附机动车买卖合同。' });
  const upheld = { findingId, decision: 'UPHELD', reason: '合同及付款凭证属实。' };
  return centre.make('decideObjection', contested, upheld);
}

interface Finding {
  readonly id: string;
  readonly code: string;
}

async function made(
  { district }: CheckCentre,
  query: string,
  input: object,
  role: 'assistance' | 'verifier',
): Promise<unknown> {
  const { data, errors } = await district.ask(query, { role, variables: { input }, purpose: 'RECHECK' });
  if (errors.length > 0) throw new Error(JSON.stringify(errors.map(({ extensions }) => extensions)));
  return Object.values(data ?? {})[0];
}
