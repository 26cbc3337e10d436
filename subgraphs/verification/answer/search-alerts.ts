import type { Caller } from '../../../schema/wire/caller';
import type { Office } from '../office';
import { withinDivisions } from '../store/conditions';
import { alertOf, selectAlerts, type Alert } from '../store/alerts';
import { page, type Page, type PageArguments } from './page';

/** Alerts that the caller may see, newest first. */
export function searchAlerts(
  { select }: Office,
  { open, ...asked }: PageArguments & { readonly open?: boolean | null },
  { divisions }: Caller,
): Promise<Page<Alert>> {
  const handled = { sql: `alert_id IS ${open === true ? '' : 'NOT '}NULL`, values: [] };
  return page(
    select,
    {
      select: selectAlerts,
      conditions: [...(typeof open === 'boolean' ? [handled] : []), ...withinDivisions(divisions)],
      orderedBy: 'raised_at',
      direction: 'DESC',
    },
    asked,
    (rows) => Promise.resolve(new Map(rows.map((row) => [String(row['id']), alertOf(row)]))),
  );
}
