import { departmentSdl } from '../../schema/department-sdl';

/** An entity that a department resolves, by its own SDL. */
export interface OwnEntity {
  readonly type: string;
  readonly key: string;
}

const keyed = /^type (\w+) @key\(fields: "(\w+)"(, resolvable: false)?\)/gm;

/** What a department says of entities: those that it resolves, and those that it only refers to. */
export function entitiesOf(department: string): {
  readonly own: readonly OwnEntity[];
  readonly foreign: readonly OwnEntity[];
} {
  const all = [...departmentSdl(department).matchAll(keyed)].map(([, type = '', key = '', unresolvable]) => ({
    type,
    key,
    isOwn: unresolvable === undefined,
  }));
  return { own: all.filter(({ isOwn }) => isOwn), foreign: all.filter(({ isOwn }) => !isOwn) };
}
