import '../subgraphs/runtime/database';
import '../subgraphs/runtime/serve'; // ledger-to-database-only
