import { isCalendarDate } from '../values/calendar-date';
import type { CatalogueEntry, DetailForm } from './catalogue-entry';
import { errorCatalogue, type ErrorCode } from './error-catalogue';

const forms: Readonly<Record<DetailForm, (text: string) => boolean>> = {
  word: (text) => /^[A-Z][A-Z_]{0,63}$/.test(text),
  day: isCalendarDate,
  count: (text) => /^\d{1,15}$/.test(text),
};

/**
 * What of an error's `extensions` may go on beside its code: the details that the catalogue lists for that code, and
 * of them those alone that have their form. Everything else stays where it is.
 */
export function detailsOf(
  code: ErrorCode,
  extensions: Readonly<Record<string, unknown>> | undefined = {},
): Readonly<Record<string, string>> {
  const { details = {} }: CatalogueEntry = errorCatalogue[code];
  return Object.fromEntries(
    Object.entries(details).flatMap(([name, form]) => {
      const value = Object.hasOwn(extensions, name) ? extensions[name] : undefined;
      return typeof value === 'string' && forms[form](value) ? [[name, value]] : [];
    }),
  );
}
