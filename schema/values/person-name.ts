// The dot between the parts of a minority name, as registries and keyboards write it. NFKC comes first and
// has made a '.' of the full-width stop and a '・' of the half-width katakana dot.
const DOTS = /[·•・‧.∙⋅]/gu;

/**
 * A name in the form in which names are compared: NFKC, without white space, every variant of the middle dot
 * made '·'. For comparison alone: what is shown is the name as the registry holds it.
 */
export function normaliseName(text: string): string {
  return text.normalize('NFKC').replace(/\s/gu, '').replace(DOTS, '·');
}

/**
 * Whether two registries write the same name, their habits of writing aside. It is never looser than that: a
 * homophone or a left-out part is another name, and the registry answers IDENTITY_CONFLICT. A blank is
 * nobody's name, so two blanks are not the same.
 */
export function sameName(a: string, b: string): boolean {
  // Most registries write a name as it was asked for.
  if (a === b) return /\S/u.test(a);
  const name = normaliseName(a);
  return name !== '' && name === normaliseName(b);
}
