import type { Application } from '../application';
import { addDays } from '../calendar';
import type { Citizen } from '../circumstances/citizen';
import type { Program } from '../families/programs';
import type { Random } from '../random';
import { exchangeFile } from './exchange-file';

/** Most obligors sign; for special hardship support they must. */
const obligorsWhoSign = 0.85;

/**
 * 核查授权书. They are in force for good unless a trap ends them: freshness is judged on the day of asking, and a
 * sample is asked for years.
 */
export const authorisations = exchangeFile('authorisations', {
  columns: [
    'authorisation_no',
    'household_id',
    'id_number',
    'program',
    'signed_on',
    'valid_until',
    'withdrawn_on',
  ],
  rows: ({ application, subjects, random }) => {
    const draws = random('authorisations');
    return subjects
      .filter((citizen) => signs(citizen, application, draws))
      .map((citizen) => ({
        authorisation_no: `SQS-${application.serial}-${citizen.ordinal}`,
        household_id: application.householdId,
        id_number: citizen.idNumber,
        ...termsOf(citizen, application, draws),
      }));
  },
});

/** Who had died before cannot have signed. */
function signs({ place, trap, diedOn }: Citizen, { program }: Application, random: Random): boolean {
  if (diedOn || trap === 'AUTHORISATION_MISSING') return false;
  return place === 'MEMBER' || program === 'SPECIAL_HARDSHIP_SUPPORT' || random.chance(obligorsWhoSign);
}

function termsOf({ trap }: Citizen, { program, appliedOn }: Application, random: Random) {
  const signedOn = addDays(appliedOn, -random.between(0, 5));
  switch (trap) {
    case 'AUTHORISATION_WITHDRAWN':
      return { program, signed_on: signedOn, withdrawn_on: appliedOn };
    case 'AUTHORISATION_EXPIRED':
      return { program, signed_on: addDays(signedOn, -365), valid_until: addDays(appliedOn, -1) };
    case 'AUTHORISATION_OTHER_PROGRAM':
      return { program: otherThan(program), signed_on: signedOn };
    default:
      return { program, signed_on: signedOn };
  }
}

function otherThan(program: Program): Program {
  return program === 'MINIMUM_LIVING_ALLOWANCE' ? 'MEDICAL_ASSISTANCE' : 'MINIMUM_LIVING_ALLOWANCE';
}
