import type { Application } from '../application';
import type { Random } from '../random';
import { elsewhereInCity, otherProvince, type Elsewhere } from './elsewhere';
import { addressIn, district, streetOf, type Residence } from './streets';

/** Where a person is registered as a resident, and in which household book (户口簿). */
export interface Registration {
  readonly division: string;
  readonly address: string;
  readonly residence: Residence;
  readonly book: string;
}

/** The book of the family that applies. */
export function familyBook({ street, address, serial }: Application): Registration {
  return {
    division: street.code,
    address,
    residence: street.residence,
    book: `HK-${district.slice(3)}-${serial}`,
  };
}

/** A book of one's own at the family's address, as an old couple often has that lives with a child. */
export function ownBook(application: Application, ordinal: number): Registration {
  const registration = familyBook(application);
  return { ...registration, book: `${registration.book}-${ordinal}` };
}

/** A book in another place: the district, the city or the country by the given chances. */
export function bookElsewhere(
  application: Application,
  ordinal: number,
  random: Random,
  shares: { readonly district: number; readonly city: number },
): Registration {
  const where = random.weighted([
    ['DISTRICT', shares.district],
    ['CITY', shares.city],
    ['PROVINCE', 1 - shares.district - shares.city],
  ] as const);
  if (where === 'DISTRICT') return bookInDistrict(application, ordinal, random);
  return bookIn(
    where === 'CITY' ? elsewhereInCity(random) : otherProvince(random),
    application,
    ordinal,
    random,
  );
}

/** A book at another address of the district. */
function bookInDistrict(application: Application, ordinal: number, random: Random): Registration {
  const street = streetOf(application.residence, random);
  return { ...ownBook(application, ordinal), division: street.code, address: addressIn(street, random) };
}

/** A book in a given place outside the district. */
export function bookIn(
  { division, name }: Elsewhere,
  { serial }: Application,
  ordinal: number,
  random: Random,
): Registration {
  return {
    division,
    address: `${name}第 ${random.between(1, 60)} 社区 ${random.between(1, 300)} 号`,
    residence: 'URBAN',
    book: `HK-${division.slice(0, 2)}${division.slice(3)}-${serial}-${ordinal}`,
  };
}
