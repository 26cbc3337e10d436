import { Counter, Histogram, type Registry } from 'prom-client';
import type { RequestWatch } from './request-watch';
import { callSeconds, seconds } from './seconds';

/** Rate, errors and duration of requests. None of their labels comes from a client. */
export function requestMetrics(registry: Registry): RequestWatch {
  const registers = [registry];
  const requests = new Histogram({
    name: 'gateway_request_seconds',
    help: 'How long requests took that reached the graph, by how they ended',
    labelNames: ['outcome'],
    buckets: callSeconds,
    registers,
  });
  const refusals = new Counter({
    name: 'gateway_refused_requests_total',
    help: 'Requests that did not reach the graph, by the code of their error',
    labelNames: ['code'],
    registers,
  });
  return {
    ended: (outcome, milliseconds) =>
      requests.observe({ outcome: outcome.toLowerCase() }, seconds(milliseconds)),
    refused: (code) => refusals.inc({ code }),
  };
}
