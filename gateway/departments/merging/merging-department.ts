import type { Config } from '../../../schema/config/read-config';
import type { Department } from '../../../schema/wire/graphql-exchange';
import { Departures } from './departures';
import { entitiesOf } from './entity-fetch';
import { mergeKey } from './merge-key';
import { mergeSettings, type MergeSettings } from './merge-settings';
import { MergedCall } from './merged-call';
import { WaitingFetch } from './waiting-fetch';

/** All departments, each merging by itself. */
export function mergeAll(
  config: Config,
  departments: ReadonlyMap<string, Department>,
): ReadonlyMap<string, Department> {
  const settings = mergeSettings(config);
  return new Map([...departments].map(([name, one]) => [name, mergingDepartment(one, settings)]));
}

/**
 * A department that is asked once where concurrent requests ask it the same about entities, for the same purpose. Each
 * request is given what was said of its own entities, and its own failure: where a merged call fails, or its answer
 * cannot be told apart, each of its fetches is asked once more by itself; not where the circuit is open. A fetch ends
 * when its signal does, and the call when those of all its fetches have.
 *
 * That is safe because no department's answer about an entity depends on who asks: access is decided before. Whatever
 * else is asked (root fields, mutations) is passed on as it is.
 */
export function mergingDepartment(department: Department, settings: MergeSettings): Department {
  const departures = new Departures(settings);
  /** The calls that others may still join. */
  const open = new Map<string, MergedCall>();
  const send = (call: MergedCall, key?: string): void =>
    departures.send(async () => {
      if (key !== undefined && open.get(key) === call) open.delete(key);
      for (const fetch of await call.ask(department)) {
        const alone = new MergedCall(settings.mostEntities);
        alone.take(fetch);
        send(alone);
      }
    });
  return {
    execute(request, call, signal) {
      const representations = entitiesOf(request);
      if (!representations || representations.length > settings.mostEntities) {
        return department.execute(request, call, signal);
      }
      const fetch = new WaitingFetch({ request, representations, call, signal });
      if (fetch.isOver) return fetch.answer;
      const key = mergeKey(request, call);
      if (!open.get(key)?.take(fetch)) {
        const merged = new MergedCall(settings.mostEntities);
        merged.take(fetch);
        open.set(key, merged);
        send(merged, key);
      }
      return fetch.answer;
    },
    status: (...call) => department.status(...call),
  };
}
