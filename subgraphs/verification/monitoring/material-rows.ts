import type { Evidence, Finding } from '../../eligibility/engine/assessment';
import type { RegistryName } from '../../eligibility/engine/facts/facts';
import type { RuleCode } from '../../eligibility/engine/rules/rule-code';
import type { AlertKind } from './alert';

/** Rules that say that something is there, or came to be: which kind it is follows from the registry of the row. */
const tellsOfRows: ReadonlySet<RuleCode> = new Set<RuleCode>([
  'VEHICLE_OWNED',
  'VEHICLE_REVIEW',
  'BUSINESS_REGISTERED',
  'BUSINESS_ROLE_MINOR',
  'BUSINESS_INDIVIDUAL',
  'BUSINESS_DORMANT',
  'UNLISTED_SPOUSE',
  'RECENT_DIVORCE',
  'HOMES_ABOVE_LIMIT',
  'JOINT_OWNERSHIP',
  'HOMES_SEVERAL',
  'HOUSING_ADEQUATE',
  'SHOP_OWNED',
  'PRESALE_PURCHASE',
  // Hardship support tells of an applicant's property and an obligor's under these.
  'LIVELIHOOD_ABOVE_LIMIT',
  'OBLIGOR_ABLE',
  'OBLIGOR_TO_REVIEW',
]);

/** Rules that say that something is there no more: where it is there again, that is a change. */
const tellsOfNone: ReadonlySet<RuleCode> = new Set<RuleCode>([
  'VEHICLE_DISPOSED',
  'BUSINESS_HISTORIC',
  'HOME_TRANSFERRED',
]);

const kinds: Readonly<Partial<Record<RegistryName, AlertKind>>> = {
  vehicles: 'VEHICLE',
  businesses: 'COMPANY',
  marriages: 'MARRIAGE',
  realEstate: 'HOME',
  presaleContracts: 'HOME',
};

/** Rows of one kind that a finding tells of. */
export interface MaterialRows {
  readonly kind: AlertKind;
  readonly rows: readonly string[];
}

/** What a finding says is there, kind by kind; nothing for a rule that says something else. */
export function materialRowsOf({ code, evidence }: Finding): readonly MaterialRows[] {
  if (!tellsOfRows.has(code)) return [];
  const byKind = new Map<AlertKind, string[]>();
  for (const row of evidence) {
    const kind = kinds[row.registry];
    if (kind) byKind.set(kind, [...(byKind.get(kind) ?? []), rowOf(row)]);
  }
  return [...byKind].map(([kind, rows]) => ({ kind, rows }));
}

/** Every row that was known to be there, by whichever finding, refuted ones and exempt things included. */
export function knownRowsOf(findings: readonly Finding[]): ReadonlySet<string> {
  return new Set(
    findings
      .filter(({ code }) => !tellsOfNone.has(code))
      .flatMap(({ evidence }) => evidence.map((row) => rowOf(row))),
  );
}

function rowOf({ registry, recordId }: Evidence): string {
  return JSON.stringify([registry, recordId]);
}
