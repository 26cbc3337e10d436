import type { Registries } from '../../support/exchange-files';
import type { Someone } from '../../support/family';

type Cells = Readonly<Record<string, string>>;

/** A row of a business, with every column that must be filled. */
export function business(creditCode: string, more: Cells = {}): Cells {
  return {
    credit_code: creditCode,
    name: '渝北某科技有限公司',
    entity_type: 'COMPANY',
    status: '1',
    ...more,
  };
}

/** A row of a person's role in it. */
export function role(
  recordId: string,
  { number, name }: Someone,
  creditCode: string,
  more: Cells = {},
): Cells {
  return {
    record_id: recordId,
    credit_code: creditCode,
    id_number: number,
    name,
    role: 'LEGAL_REPRESENTATIVE',
    ...more,
  };
}

export function market(businesses: readonly Cells[], roles: readonly Cells[]): Registries {
  return { businesses, business_roles: roles };
}
