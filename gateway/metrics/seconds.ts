/** Bounds of histograms of what takes milliseconds, in seconds; the deadline of a department lies within them. */
export const callSeconds: number[] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 0.8, 1.5, 3];

/** Prometheus counts time in seconds. */
export function seconds(milliseconds: number): number {
  return milliseconds / 1000;
}
