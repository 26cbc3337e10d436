import { reportSigningKey } from '../../schema/config/keys';
import { readTogether } from '../../schema/config/read-together';
import { defineSubgraph } from '../runtime/define-subgraph';
import { begin } from './begin';
import { parseRates } from './running/parse-rates';
import { CreateVerifications1764300000000 } from './migrations/create-verifications';

/** 核查认定中心: the check centre, with the verifications that it makes. It keeps no registry, and asks those of others. */
export const verification = defineSubgraph({
  name: 'verification',
  chinese: '核查认定中心',
  migrations: [CreateVerifications1764300000000],
  settings: (config) =>
    readTogether({
      reportKey: () => reportSigningKey(config),
      rates: () => parseRates(config.VERIFICATION_RATES),
    }),
  begin,
});
