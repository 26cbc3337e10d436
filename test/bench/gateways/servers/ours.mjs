/** This gateway as a process of its own: `ours.mjs off|on`. */
import { openOurGateway } from '../our-gateway.mjs';

const { url } = await openOurGateway(process.argv[2], process.env);
process.stdout.write(`ours answers on ${url}\n`);
