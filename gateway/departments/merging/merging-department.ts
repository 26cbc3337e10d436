import type { Config } from '../../../schema/config/read-config';
import type { Department, DepartmentRequest } from '../../../schema/wire/graphql-exchange';
import { Departures } from './departures';
import { listFormOf, type ListForm } from './list-form';
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
 * A department that is asked once where concurrent requests ask it the same about entities, or for a household each, for
 * the same purpose. Each request is given what was said of its own, and its own failure: where a merged call fails, or
 * its answer cannot be told apart, each of its fetches is asked once more by itself; not where the circuit is open. A
 * fetch ends when its signal does, and the call when those of all its fetches have.
 *
 * That is safe because no department's answer about an entity depends on who asks: access is decided before. Households
 * are found for callers together only who may see the same divisions. Whatever else is asked (other root fields,
 * mutations) is passed on as it is.
 */
export function mergingDepartment(department: Department, settings: MergeSettings): Department {
  const departures = new Departures(settings);
  /** The calls that others may still join, by what they ask and then by for whom. */
  const open = new Map<string, Map<string, MergedCall>>();
  const close = (text: string, key: string, call: MergedCall): void => {
    const calls = open.get(text);
    if (calls?.get(key) === call) calls.delete(key);
    if (calls?.size === 0) open.delete(text);
  };
  const send = (call: MergedCall, leave?: () => void): void =>
    departures.send(async () => {
      leave?.();
      for (const fetch of await call.ask(department)) {
        const alone = new MergedCall(settings.mostEntities);
        alone.take(fetch);
        send(alone);
      }
    });
  const join = (fetch: WaitingFetch): void => {
    const { query: text } = fetch.request;
    const key = mergeKey(fetch.request, fetch.call, fetch.form);
    const calls = open.get(text) ?? new Map<string, MergedCall>();
    if (calls.get(key)?.take(fetch)) return;
    const merged = new MergedCall(settings.mostEntities);
    merged.take(fetch);
    open.set(text, calls.set(key, merged));
    send(merged, () => close(text, key, merged));
  };
  return {
    execute(request, call, signal) {
      const form = listFormOf(request.query);
      const items = form && itemsOf(form, request);
      if (!items || items.length > settings.mostEntities) return department.execute(request, call, signal);
      const fetch = new WaitingFetch({ request, form, items, call, signal });
      if (!fetch.isOver) join(fetch);
      return fetch.answer;
    },
    status: (...call) => department.status(...call),
  };
}

/** What a fetch names; null where it names nothing, or not as its text has it. */
function itemsOf(
  { variable, single }: ListForm,
  { variables }: DepartmentRequest,
): readonly unknown[] | null {
  const given = variables?.[variable];
  if (single !== undefined) return typeof given === 'string' ? [given] : null;
  return Array.isArray(given) && given.length > 0 ? given : null;
}
