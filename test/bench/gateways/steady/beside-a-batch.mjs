import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { outcomes } from '../question.mjs';
import { askOneByOne, sorted } from './one-person.mjs';

/** How many pages the assistance system has under way. */
export const pagesUnderWay = 4;
export const pageSize = 200;
const retryMs = 1_000;

/** A person asks every so often. */
const everyMs = 50;

/** Pages of households, as many whole ones as there are. */
export function pagesOf(ids) {
  const pages = [];
  for (let from = 0; from + pageSize <= ids.length; from += pageSize) {
    pages.push(ids.slice(from, from + pageSize));
  }
  return pages.length > 0 ? pages : [ids];
}

/** What one person waits while nobody else asks, and while a batch of so many households goes on. */
export async function besideABatch(opened, households) {
  // What a department missed is over first.
  await askOneByOne(opened, { seconds: 8 });
  const idle = sorted(await askOneByOne(opened, { seconds: 5, everyMs }));
  let asked = 0;
  let sentAway = 0;
  let withErrors = 0;
  let isOver = false;
  const answered = async (body) => {
    for (;;) {
      const { status, chunks } = await opened.machine.ask(body);
      if (status === 200) return JSON.parse(Buffer.concat(chunks).toString());
      if (status !== 503) throw new Error(`a page is answered with ${status}`);
      // There is no room for more pages; whoever comes again later is as welcome.
      sentAway += 1;
      await pause(retryMs);
    }
  };
  const began = performance.now();
  const goThrough = Promise.all(
    Array.from({ length: pagesUnderWay }, async () => {
      while (asked < households) {
        const ids = opened.pages[Math.floor(asked / pageSize) % opened.pages.length];
        asked += ids.length;
        const { errors } = await answered(JSON.stringify({ query: outcomes, variables: { ids } }));
        if (errors) withErrors += 1;
      }
    }),
  ).finally(() => (isOver = true));
  const [beside] = await Promise.all([askOneByOne(opened, { isOver: () => isOver, everyMs }), goThrough]);
  const rate = asked / ((performance.now() - began) / 1000);
  return { idle, beside: sorted(beside), rate, asked, sentAway, withErrors };
}
