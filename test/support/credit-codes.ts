const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** The unified social credit code of a company that does not exist, by its number: division 500199 is unassigned. */
export function syntheticCreditCode(company: number): string {
  const first17 = `91500199MA${String(company).padStart(7, '0')}`;
  const sum = [...first17].reduceRight((total, of) => (total + alphabet.indexOf(of)) * 3, 0) / 3;
  return first17 + (alphabet[(31 - (sum % 31)) % 31] ?? '');
}
