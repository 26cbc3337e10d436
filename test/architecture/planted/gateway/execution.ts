import '../subgraphs/runtime/database'; // gateway-to-schema-only
// @ts-expect-error every-import-resolves
import './nowhere';
