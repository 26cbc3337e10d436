import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { readConfig, type Config } from '../../../schema/config/read-config';
import { RefusedStart } from '../../../schema/config/refused-start';
import { departments } from '../../../subgraphs';
import { keepsRegistries } from '../../../subgraphs/runtime/define-subgraph';
import type { OpenDepartment } from '../../../subgraphs/runtime/serve/open-department';
import { openGraph, type Graph } from '../../main';
import { askingAs, type AskAs } from './ask-as';
import type { MovedClock } from './moved-clock';

/** The whole graph in this process over databases that hold nothing yet, at a time that is moved. */
export interface EmptyDistrict {
  readonly graph: Graph;
  readonly config: Config;
  /** The departments that keep registries. */
  readonly kept: readonly OpenDepartment[];
  readonly ask: AskAs;
  readonly clock: MovedClock;
  /** Every registry delivers its data anew, as of this moment. */
  deliver(): Promise<void>;
  /** Waits until verifications have done by themselves what is due at this moment. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/**
 * It is asked how the half-year comes out, not how long an answer may take: a busy machine must not make registries
 * UNAVAILABLE. Nobody else takes part, so that nothing is spread over Redis.
 */
const own = {
  REQUEST_DEADLINE_MS: '120000',
  DEPARTMENT_DEADLINE_MS: '60000',
  REDIS_URL: '',
  LOG_LEVEL: 'silent',
};

export interface DistrictOptions {
  readonly clock: MovedClock;
  /** Variables beside those that this sets by itself, such as DATABASE_URL. */
  readonly env: NodeJS.ProcessEnv;
  /** The folder that is left when all is done; else all is in one that is removed. */
  readonly keep: string | null;
}

/** Throws a RefusedStart where the databases hold anything: what is there is somebody's. */
export async function openEmptyDistrict({ clock, env, keep }: DistrictOptions): Promise<EmptyDistrict> {
  if (keep !== null) mkdirSync(keep, { recursive: true });
  const folder = keep ?? mkdtempSync(join(tmpdir(), 'half-year-'));
  const remove = () => keep === null && rmSync(folder, { recursive: true, force: true });
  try {
    const names = departments.map(({ name }) => name);
    const config = readConfig({ ...env, ...own, DATA_DIR: folder }, names);
    const logger = pino({ level: config.LOG_LEVEL });
    const graph = await openGraph({ config, logger, clock: clock.now });
    const kept = graph.departments.filter(({ subgraph }) => keepsRegistries(subgraph));
    const close = async () => {
      await graph.close();
      remove();
    };
    if (await isFilled(kept)) {
      await close();
      throw new RefusedStart('The databases hold a district already; expected empty ones');
    }
    return {
      ...{ graph, config, kept, clock, close },
      ask: askingAs(graph, logger),
      deliver: () => deliver(kept, clock.now()),
      settle: async () => {
        for (const { work } of graph.departments) await work?.idle();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

async function isFilled(kept: readonly OpenDepartment[]): Promise<boolean> {
  for (const { database } of kept) {
    const states = await database.select('SELECT registry FROM registry_state LIMIT 1');
    if (states.length > 0) return true;
  }
  return false;
}

async function deliver(kept: readonly OpenDepartment[], now: Date): Promise<void> {
  for (const { database } of kept) {
    await database.session(({ run }) => run('UPDATE registry_state SET as_of = ?', [now.getTime()]));
  }
}
