import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse } from 'graphql';
import { operationsFolder } from '../../../schema/operations';
import { packageRoot } from '../../../schema/package-root';
import { registryNames, type RegistryName } from '../../eligibility/engine/facts/facts';
import type { Tier } from '../process/event';
import { documentOf } from './tier-document';

const known = new Set<string>(registryNames);

/** The registries that a tier's published document asks, each by a variable of its name. */
const published: Readonly<Record<Tier, readonly RegistryName[]>> = {
  MUNICIPAL: readRegistries('MUNICIPAL'),
  DISTRICT: readRegistries('DISTRICT'),
};

/** The registries of a tier that the rules read. */
export function registriesOf(tier: Tier): readonly RegistryName[] {
  return published[tier];
}

function readRegistries(tier: Tier): readonly RegistryName[] {
  const path = join(packageRoot, operationsFolder, `${documentOf[tier]}.graphql`);
  return parse(readFileSync(path, 'utf8'), { noLocation: true })
    .definitions.flatMap((node) =>
      node.kind === Kind.OPERATION_DEFINITION ? (node.variableDefinitions ?? []) : [],
    )
    .map(({ variable }) => variable.name.value)
    .filter((name): name is RegistryName => known.has(name));
}
