import { defineSubgraph } from '../runtime/define-subgraph';
import { begin } from './begin';
import { CreateVerifications1764300000000 } from './migrations/create-verifications';

/** 核查认定中心: the check centre, with the verifications that it makes. It keeps no registry, and asks those of others. */
export const verification = defineSubgraph({
  name: 'verification',
  chinese: '核查认定中心',
  migrations: [CreateVerifications1764300000000],
  begin,
});
