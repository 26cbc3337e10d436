import type { RecordOf } from '../facts/facts';
import type { Household } from '../household/household';
import type { Person } from '../household/person';

type Title = RecordOf<'realEstate'>;

/**
 * How much of a home is the family's: all of it, a part by shares, or `doubtful`, where the register does not say and
 * it counts whole.
 */
type Share = 'whole' | 'part' | 'doubtful';

/** A unit with a current residential title, once, whoever of the owners holds it. */
export interface Home {
  readonly unitNumber: string;
  /** The owners' part of its floor area: `squareMetre` is one, so that sums are exact. */
  readonly area: number;
  readonly share: Share;
  readonly titles: readonly Title[];
}

/** The whole, in the ten-thousandths of a percent to which registries give shares. */
const whole = 100 * 10_000;

/** Areas come to the hundredth of a square metre. */
export const squareMetre = 100 * whole;

/** The homes of these owners that count. `appraised` are those whose appraisals make a home dangerous. */
export function homesOf(
  household: Household,
  owners: readonly Person[],
  appraised: readonly Person[],
): readonly Home[] {
  const titles = owners.flatMap((owner) =>
    household.records
      .of('realEstate', owner.id)
      .filter(({ status, usage }) => status === 'CURRENT' && usage === 'RESIDENTIAL'),
  );
  const isDangerous = dangerous(household, appraised);
  const units = [...new Set(titles.map(({ unitNumber }) => unitNumber))].sort();
  return units
    .map((unitNumber) => titles.filter((title) => title.unitNumber === unitNumber))
    .filter((ofUnit) => !ofUnit.some(isDangerous))
    .map(homeOf);
}

/** Whether a title's home is dangerous, by itself or by an appraisal of its place; nothing stale says so. */
function dangerous(household: Household, appraised: readonly Person[]): (title: Title) => boolean {
  const grades = household.parameter('dangerGradesNotCounted');
  const isGrave = ({ dangerGrade }: { readonly dangerGrade: string | null }) =>
    dangerGrade !== null && grades.includes(dangerGrade);
  const places = new Set(
    appraised
      .filter(({ id }) => household.records.isAnswered('housingWorks', id))
      .flatMap(({ id }) => household.records.of('housingWorks', id))
      .filter((work) => work.kind === 'SAFETY_APPRAISAL' && isGrave(work))
      .map(({ location }) => location.trim()),
  );
  return (title) =>
    places.has(title.location.trim()) ||
    (isGrave(title) && household.records.isAnswered('realEstate', title.owner));
}

function homeOf(titles: readonly Title[]): Home {
  const share = shareOf(titles);
  const hundredths = Math.round(Math.max(...titles.map(({ floorArea }) => floorArea)) * 100);
  const part = share === 'part' ? sharesOf(titles) : whole;
  return { unitNumber: titles[0]?.unitNumber ?? '', area: hundredths * part, share, titles };
}

function shareOf(titles: readonly Title[]): Share {
  if (titles.some(isUnclear)) return 'doubtful';
  if (titles.every(({ coOwnership }) => coOwnership === 'BY_SHARES')) {
    return sharesOf(titles) >= whole ? 'whole' : 'part';
  }
  if (titles.every(({ coOwnership }) => coOwnership !== 'SOLE')) {
    return new Set(titles.map(({ owner }) => owner)).size > 1 ? 'whole' : 'doubtful';
  }
  return 'whole';
}

function isUnclear({ coOwnership, sharePercent }: Title): boolean {
  return coOwnership === 'OTHER' || (coOwnership === 'BY_SHARES' && sharePercent === null);
}

/** The owners' shares together, in the parts of `whole`. */
function sharesOf(titles: readonly Title[]): number {
  return titles.reduce((sum, { sharePercent }) => sum + Math.round((sharePercent ?? 0) * 10_000), 0);
}

/** Floor area of homes, in square metres to two decimals, as it is told. */
export function inSquareMetres(homes: readonly Home[]): string {
  return (areaOf(homes) / squareMetre).toFixed(2);
}

export function areaOf(homes: readonly Home[]): number {
  return homes.reduce((sum, { area }) => sum + area, 0);
}
