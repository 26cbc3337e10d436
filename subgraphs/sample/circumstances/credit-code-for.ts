import { creditCodeOf, type CreditCode } from '../../../schema/values/credit-code';

/** What the register of enterprises writes before the division: 企业, 个体工商户, 农民专业合作社. */
export type RegisterKind = '91' | '92' | '93';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const organisationAlphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const weights = [3, 7, 9, 10, 5, 8, 4, 2];

/**
 * The code of the business with a serial number from 0. It stands under division 500199 like the identity
 * numbers, so that it is no true company's; both its check characters hold (GB 32100, GB 11714).
 */
export function creditCodeFor(kind: RegisterKind, serial: number): CreditCode {
  let digits = '';
  for (let left = serial; digits.length < 6; left = Math.floor(left / alphabet.length)) {
    digits = alphabet.charAt(left % alphabet.length) + digits;
  }
  const organisation = `MA${digits}`;
  return creditCodeOf(`${kind}500199${organisation}${organisationCheck(organisation)}`);
}

function organisationCheck(organisation: string): string {
  const sum = weights.reduce(
    (total, weight, at) => total + weight * organisationAlphabet.indexOf(organisation.charAt(at)),
    0,
  );
  return '0X987654321'.charAt(sum % 11);
}
