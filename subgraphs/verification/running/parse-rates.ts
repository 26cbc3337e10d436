import { ConfigError } from '../../../schema/config/config-error';
import { registryNames, type RegistryName } from '../../eligibility/engine/facts/facts';

/** How many households a registry may be asked about within a time. */
export interface Rate {
  readonly households: number;
  readonly seconds: number;
}

const secondsOf: Readonly<Record<string, number>> = { s: 1, min: 60, h: 3600 };

const known = new Map<string, RegistryName>(registryNames.map((name) => [name, name]));

/**
 * Reads VERIFICATION_RATES, such as `vehicles=200/min,taxes=50/s`; none where it is not set. Throws a ConfigError for
 * anything else, a registry that the rules do not read, and one that is named twice.
 */
export function parseRates(text: string | undefined): ReadonlyMap<RegistryName, Rate> {
  const rates = new Map<RegistryName, Rate>();
  for (const entry of text?.split(',') ?? []) {
    const [, name = '', households = '', unit = ''] = /^(\w+)=([1-9]\d{0,5})\/(s|min|h)$/.exec(entry) ?? [];
    const registry = known.get(name);
    const seconds = secondsOf[unit];
    if (registry === undefined || seconds === undefined || rates.has(registry)) {
      const expected = `REGISTRY=HOUSEHOLDS/s, /min or /h, with commas between, each registry once: ${registryNames.join(', ')}`;
      throw new ConfigError([{ variable: 'VERIFICATION_RATES', expected }]);
    }
    rates.set(registry, { households: Number(households), seconds });
  }
  return rates;
}
