import type { Person } from '../families/person';

/** The registries that could hold a number of 15 digits still: they write down what they were once shown. */
export type Registry = 'vehicles' | 'businesses' | 'realEstate' | 'providentFund' | 'insurance' | 'other';

const withOldNumbers: readonly Registry[] = ['vehicles', 'realEstate', 'insurance'];
const withFormerNames: readonly Registry[] = ['vehicles', 'businesses', 'realEstate', 'insurance'];

/** Number and name of a person as a registry writes them, which is not always as they are. */
export function holder(person: Person, registry: Registry): readonly [number: string, name: string] {
  return [numberIn(person, registry), nameIn(person, registry)];
}

function numberIn({ idNumber, trap }: Person, registry: Registry): string {
  const isOld = trap === 'OLD_NUMBER' && idNumber.startsWith('19', 6) && withOldNumbers.includes(registry);
  return isOld ? idNumber.slice(0, 6) + idNumber.slice(8, 17) : idNumber;
}

function nameIn({ name, formerName, surname, trap }: Person, registry: Registry): string {
  if (trap === 'VEHICLE_NAME_CONFLICT' && registry === 'vehicles') return anotherName(surname);
  if (trap === 'INSURANCE_NAME_CONFLICT' && registry === 'insurance') return anotherName(surname);
  if (trap === 'DOT_VARIANT' && registry !== 'other') return name.replace('·', '•');
  return formerName && withFormerNames.includes(registry) ? formerName : name;
}

/** Somebody else's: nobody in a sample has a given name with this character. */
function anotherName(surname: string): string {
  return `${surname}冒`;
}
