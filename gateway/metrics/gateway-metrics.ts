import { Registry } from 'prom-client';
import type { DepartmentWatch } from '../departments/breaker/department-watch';
import type { Ledger } from '../ledger/ledger';
import { departmentMetrics } from './department-metrics';
import { measuredLedger } from './measured-ledger';
import { processMetrics } from './process-metrics';
import { requestMetrics } from './request-metrics';
import type { RequestWatch } from './request-watch';

/** What is measured of one gateway. No label tells who asked, about whom, or what. */
export interface GatewayMetrics {
  readonly departments: DepartmentWatch;
  readonly requests: RequestWatch;
  /** Measures a ledger; once. */
  ledger(ledger: Ledger): Ledger;
  /** For whatever else there is to measure. */
  readonly registry: Registry;
  readonly contentType: string;
  /** All of it and of the process, in Prometheus' text format. */
  text(): Promise<string>;
}

export function gatewayMetrics(): GatewayMetrics {
  const registry = new Registry();
  const ofProcess = processMetrics();
  return {
    departments: departmentMetrics(registry),
    requests: requestMetrics(registry),
    ledger: (ledger) => measuredLedger(ledger, registry),
    registry,
    contentType: registry.contentType,
    text: async () => (await Promise.all([registry.metrics(), ofProcess.metrics()])).join('\n'),
  };
}
