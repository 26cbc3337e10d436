/** Something as raw as the graph sends it. */
type Raw = Readonly<Record<string, unknown>>;

type RawHousehold = Raw & Readonly<Record<'assets' | 'registrations', Readonly<Record<string, Raw>>>>;

export function household(
  program: string,
  of?: {
    readonly rows?: Readonly<Record<string, readonly Raw[]>>;
    readonly members?: readonly Raw[];
    readonly obligors?: readonly Raw[];
    readonly application?: Raw;
  },
): RawHousehold;

export function person(id: string, more?: Raw): Raw;

export function silent(given: Raw, registry: string, namespace: string): RawHousehold;

export function stale(given: Raw, registry: string, namespace: string): RawHousehold;

export function car(id?: string, owner?: string): Raw;

export function home(id: string, unitNumber: string, more?: Raw): Raw;

export const company: Raw;

export const wagesByTax: Raw;

export const marriage: Raw;
