/** This gateway as a process of its own: `ours.mjs off|on`. */
import { built } from '../built.mjs';
import { openOurGateway } from '../our-gateway.mjs';

// As the gateway's own start does.
if (process.env.TAXATION_URL !== undefined) built('gateway/cli/little-garbage').keepLittleGarbage();
const { url } = await openOurGateway(process.argv[2], process.env);
process.stdout.write(`ours answers on ${url}\n`);
