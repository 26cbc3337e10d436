import { askOneByOne, sorted } from './one-person.mjs';

export const hanging = 'taxation';
const peopleAtOnce = 8;

/**
 * Lets a department hang, and go on in the end. Gives how long answers took before,
 * the first answer then, those that waited for the department while several asked, and all of one person's after that.
 */
export async function whileOneHangs(opened, hang, departmentDeadlineMs) {
  await askOneByOne(opened, { seconds: 3 });
  const healthy = sorted(await askOneByOne(opened, { seconds: 4 }));
  const told = new Set();
  const look = (answer) => mustSpareOthers(answer, told);
  await hang.begin();
  try {
    const [first] = await askOneByOne(opened, { seconds: 0.001, look });
    // A breaker opens when enough calls have failed: one person alone asks too little for that.
    const several = Array.from({ length: peopleAtOnce }, () => askOneByOne(opened, { seconds: 6, look }));
    const times = [first, ...(await Promise.all(several)).flat()];
    const waited = sorted(times.filter((time) => time > departmentDeadlineMs / 2));
    const spared = sorted(await askOneByOne(opened, { seconds: 12, look }));
    return { hanging, peopleAtOnce, healthy, first, waited, spared, told: [...told] };
  } finally {
    await hang.end();
  }
}

/** Throws where the department that hangs answered, or one that works did not. */
function mustSpareOthers({ data, errors = [] }, told) {
  for (const { extensions } of errors) told.add(`${extensions.code} of ${extensions.department}`);
  const { registrations, assets } = data.household;
  if (!['UNAVAILABLE', 'UNAUTHORISED'].includes(registrations.taxes.status)) {
    throw new Error('a stopped department answered');
  }
  if ([registrations.residents, assets.vehicles].some(({ status }) => status === 'UNAVAILABLE')) {
    throw new Error('a department that works did not answer');
  }
}
