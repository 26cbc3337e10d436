import type { Facts, RegistryName } from '../../../eligibility/engine/facts/facts';
import type { PropertyCount, PropertyKind } from '../report';
import type { ReportSource } from '../report-source';

interface Counted {
  readonly kind: PropertyKind;
  readonly registry: RegistryName;
  /** The things that a person has, by the keys that tell them apart. */
  readonly held: (facts: Facts, person: string) => readonly string[];
}

/** Two titles to one home, or two roles in one business, are one. */
const kinds: readonly Counted[] = [
  {
    kind: 'VEHICLES',
    registry: 'vehicles',
    // Trailers (B, G) are no motor vehicles; what was moved out (B) or deregistered (E) is not owned any more.
    held: ({ assets }, person) =>
      assets.vehicles.records
        .filter(({ owner, vehicleType }) => owner === person && !/^[BG]/.test(vehicleType))
        .filter(({ statusFlags }) => !statusFlags.includes('B') && !statusFlags.includes('E'))
        .map(({ recordId }) => recordId),
  },
  { kind: 'HOMES', registry: 'realEstate', held: titlesTo('RESIDENTIAL') },
  { kind: 'SHOPS', registry: 'realEstate', held: titlesTo('COMMERCIAL') },
  {
    kind: 'PRESALE_HOMES',
    registry: 'presaleContracts',
    held: ({ assets }, person) =>
      assets.presaleContracts.records
        .filter(({ buyer, revokedOn }) => buyer === person && revokedOn === null)
        .map(({ recordId }) => recordId),
  },
  {
    kind: 'BUSINESSES',
    registry: 'businesses',
    held: ({ registrations }, person) =>
      registrations.businesses.records
        .filter((role) => role.person === person && !/DEREGISTERED$/.test(role.business.status))
        .map(({ business }) => business.creditCode),
  },
];

/** What registries hold of each member's property, as far as they were asked. */
export function propertyCounts({ people, facts, asked }: ReportSource): readonly PropertyCount[] {
  const checks = { ...facts.assets, ...facts.registrations };
  const wasAsked = new Set(asked.map(({ registry }) => registry));
  return people
    .filter(({ role }) => role === 'MEMBER')
    .flatMap(({ id }) =>
      kinds
        .filter(({ registry }) => wasAsked.has(registry))
        .map(({ kind, registry, held }) => {
          const status = checks[registry].statuses.get(id);
          const isAnswered = status === 'FOUND' || status === 'NO_RECORD';
          return { person: id, kind, count: isAnswered ? new Set(held(facts, id)).size : null };
        }),
    );
}

function titlesTo(usage: 'RESIDENTIAL' | 'COMMERCIAL'): Counted['held'] {
  return ({ assets }, person) =>
    assets.realEstate.records
      .filter((title) => title.owner === person && title.usage === usage && title.status === 'CURRENT')
      .map(({ unitNumber }) => unitNumber);
}
