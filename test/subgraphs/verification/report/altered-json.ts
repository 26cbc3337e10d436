/** Anything that JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

type Path = readonly (string | number)[];

/** The way to every value in a document, the document itself first. */
export function pathsIn(value: Json, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const entries = Array.isArray(value)
    ? value.map((entry: Json, index) => [index, entry] as const)
    : Object.entries(value);
  return [path, ...entries.flatMap(([key, entry]) => pathsIn(entry, [...path, key]))];
}

/** The document with another value at a place; `undefined` takes it out. */
export function altered(value: Json, path: Path, by: (value: Json) => Json | undefined): Json | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return by(value);
  if (Array.isArray(value)) {
    return value.flatMap((entry: Json, index) => {
      if (index !== key) return [entry];
      const other = altered(entry, rest, by);
      return other === undefined ? [] : [other];
    });
  }
  return Object.fromEntries(
    Object.entries(value as object).flatMap(([name, entry]: [string, Json]) => {
      const other = name === key ? altered(entry, rest, by) : entry;
      return other === undefined ? [] : [[name, other]];
    }),
  );
}

/** The document with the value at a place changed, taken out, added to and put in another order, one at a time. */
export function changed(document: Json, path: Path): readonly Json[] {
  const at = (by: (value: Json) => Json | undefined) => altered(document, path, by) as Json;
  const isWhole = path.length === 0;
  const valueAt = path.reduce<Json>((value, key) => (value as never)[key], document);
  return [
    ...(isWhole ? [] : [at(() => undefined)]),
    ...(typeof valueAt === 'object' && valueAt !== null
      ? [at(oneMore), ...(isTurnable(valueAt) ? [at(turned)] : [])]
      : [at(another)]),
  ];
}

function another(value: Json): Json {
  if (typeof value === 'string') return `${value}0`;
  if (typeof value === 'number') return value + 1;
  return typeof value === 'boolean' ? !value : '';
}

function oneMore(value: Json): Json {
  if (Array.isArray(value)) return [...(value as readonly Json[]), null];
  return { ...(value as Readonly<Record<string, Json>>), more: null };
}

function isTurnable(value: Json): boolean {
  return Array.isArray(value) && JSON.stringify(value) !== JSON.stringify([...(value as Json[])].reverse());
}

function turned(value: Json): Json {
  return [...(value as readonly Json[])].reverse();
}
