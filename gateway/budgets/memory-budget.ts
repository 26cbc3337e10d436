import { spent, windowMs, type HouseholdBudget } from './household-budget';

/** Counts in this process, for a gateway that runs alone. */
export function memoryBudget(): HouseholdBudget {
  /** By subject, when each household was last charged; the oldest first. */
  const charges = new Map<string, Map<string, number>>();
  let nextSweep = 0;

  const sweep = (now: number): void => {
    for (const [subject, households] of charges) {
      forgetOld(households, now);
      if (households.size === 0) charges.delete(subject);
    }
    nextSweep = now + windowMs / 60;
  };

  return {
    isAvailable: true,
    charge: ({ subject, limit }, households, at) => {
      const now = at.getTime();
      if (now >= nextSweep) sweep(now);
      const charged = charges.get(subject) ?? new Map<string, number>();
      charges.set(subject, charged);
      forgetOld(charged, now);
      const unseen = households.filter((household) => !charged.has(household));
      const over = charged.size + unseen.length - limit;
      if (over > 0) return Promise.resolve(spent([...charged.values()][over - 1], now));
      for (const household of households) {
        charged.delete(household);
        charged.set(household, now);
      }
      return Promise.resolve({ isCharged: true });
    },
    close: () => Promise.resolve(),
  };
}

function forgetOld(charged: Map<string, number>, now: number): void {
  for (const [household, at] of charged) {
    if (at > now - windowMs) return;
    charged.delete(household);
  }
}
