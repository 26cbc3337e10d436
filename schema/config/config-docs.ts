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
(\`mysql://USER:PASSWORD@HOST:PORT/DATABASE\`) where it keeps anything; one that keeps nothing has no database, and one
that keeps no registries needs no PERSON_KEY.

In production PERSON_KEY, GATEWAY_SIGNING_KEY, GATEWAY_PUBLIC_KEYS, TOKEN_KEYS, LEDGER_URL, LEDGER_SIGNING_KEY,
LEDGER_PUBLIC_KEYS, GATEWAY_URL and GATEWAY_TOKEN have to be given wherever they are used. A development machine makes
its own keys and tokens, keeps the keys in DATA_DIR/keys, and seeks the gateway on port 4000. A token's file is read
again for every question, so that whoever issues it may put a new one there. Pseudonyms made under one PERSON_KEY mean nothing under another: a registry filled under another key answers UNAVAILABLE until it is
imported again.

| variable | expected | where left out |
|---|---|---|
${rows.join('\n')}
`;
}
