import { configVariables } from './read-config';

/** The documentation of the environment variables, as Markdown. */
export function configDocs(): string {
  const rows = configVariables().map(
    ({ name, expected, fallback }) => `| ${name} | ${expected} | ${fallback ?? ''} |`,
  );
  return `# Configuration

Made from the code by \`npm run docs\`. Every process reads these environment variables once, at its start; a
wrong value stops the start with the variable's name and what is expected. For a single department, its name in
capitals comes before two more: \`PUBLIC_SECURITY_URL\` says where it answers over HTTP (left out, it answers
inside the gateway's process), \`PUBLIC_SECURITY_DATABASE_URL\` names its database
(\`mysql://USER:PASSWORD@HOST:PORT/DATABASE\`) where it keeps registries; one that keeps none has no database, and
needs no PERSON_KEY.

In production PERSON_KEY, GATEWAY_SIGNING_KEY, GATEWAY_PUBLIC_KEYS, TOKEN_KEYS, LEDGER_URL, LEDGER_SIGNING_KEY and
LEDGER_PUBLIC_KEYS have to be given wherever they are used. A development machine makes its own and keeps them in DATA_DIR/keys. Pseudonyms made under one
PERSON_KEY mean nothing under another: a registry filled under another key answers UNAVAILABLE until it is
imported again.

| variable | expected | where left out |
|---|---|---|
${rows.join('\n')}
`;
}
