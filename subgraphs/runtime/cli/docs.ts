import { departments } from '../..';
import { configDocs } from '../../../schema/config/config-docs';
import { keepGenerated } from '../../../schema/generated-file';
import { errorDocs } from '../../../schema/wire/error-docs';
import { composeFile } from '../docs/compose-file';
import { exchangeFiles } from '../docs/exchange-files';

/** `npm run docs` writes the documents that are made from code; with `--check` it fails where they are stale. */
try {
  keepGenerated(
    [
      { path: 'subgraphs/EXCHANGE-FILES.md', text: exchangeFiles(departments) },
      { path: 'docker-compose.yml', text: composeFile(departments) },
      { path: 'schema/ERRORS.md', text: errorDocs() },
      { path: 'schema/CONFIG.md', text: configDocs() },
    ],
    process.argv.includes('--check'),
    'npm run docs',
  );
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
