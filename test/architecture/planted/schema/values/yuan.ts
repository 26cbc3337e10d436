import 'node:crypto';
import 'zod'; // values-stand-alone
