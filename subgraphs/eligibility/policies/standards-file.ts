import type { z } from 'zod';
import type { Standard } from '../engine/policy/policy';
import { inSuccession } from './succession';
import { day, list, listOfSome, mapping, oneOf, optional, text, yuan } from './written-values';

const entry = mapping({
  effectiveFrom: day,
  effectiveTo: optional(day),
  announcedOn: optional(day),
  urban: yuan,
  rural: yuan,
  specialHardship: yuan,
  document: text,
  article: optional(text),
  assumed: list(
    oneOf(['effectiveFrom', 'announcedOn', 'urban', 'rural', 'specialHardship'], 'day or amount'),
  ).default([]),
});

/** `standards.yaml`: the amounts a person and month, each entry from a day on. */
export const standardsForm = mapping({ standards: listOfSome(entry) });

/** The standards by their first days. Reports entries that do not follow one another. */
export function standardsOf(
  { standards }: z.infer<typeof standardsForm>,
  report: (place: string, problem: string) => void,
): readonly Standard[] {
  const filed = standards.map((file, index) => ({ ...standardOf(file), index }));
  return inSuccession(filed, ({ index }, key, problem) => report(`standards.${index}.${key}`, problem)).map(
    ({ index: _, ...standard }) => standard,
  );
}

function standardOf({ document, article, assumed, ...file }: z.infer<typeof entry>): Standard {
  const { effectiveFrom } = file;
  return {
    ...file,
    basis: { document, article, effectiveFrom, assumed: assumed.includes('effectiveFrom') },
    assumed: new Set(assumed),
  };
}
