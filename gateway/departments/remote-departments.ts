import { signingKey } from '../../schema/config/keys';
import type { Config } from '../../schema/config/read-config';
import { httpDepartment, type HttpDepartment } from './http-department';

/** The departments that answer over HTTP, each where the configuration says. */
export function remoteDepartments(config: Config, clock: () => Date): ReadonlyMap<string, HttpDepartment> {
  const { departmentUrls, MAX_RESPONSE_BYTES: maxResponseBytes } = config;
  if (departmentUrls.size === 0) return new Map();
  const signer = signingKey(config);
  return new Map(
    [...departmentUrls].map(
      ([name, url]) => [name, httpDepartment({ name, url, signer, maxResponseBytes, clock })] as const,
    ),
  );
}
