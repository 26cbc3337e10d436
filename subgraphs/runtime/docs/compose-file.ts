import { departmentVariable } from '../../../schema/config/read-config';
import { keepsRegistries, type Subgraph } from '../define-subgraph';

const head = `# Made from the list of departments by \`npm run docs\`: MySQL 8, one service a department, the gateway.
#
# It takes its secrets from a file .env and the folder ./secrets; \`npm run keys -- secrets\` makes both.
# Access tokens come from whoever issues them: put that issuer's JWK set at ./secrets/token-keys.json.

x-program: &program
  image: household-federation
  build: .
  restart: unless-stopped
  healthcheck:
    test: [CMD, node, dist/subgraphs/runtime/cli/healthy.js]
    interval: 5s
    timeout: 3s
    retries: 12

x-department: &department
  <<: *program
  environment: &department-environment
    DEPLOYMENT: production
    PORT: '4001'
    GATEWAY_PUBLIC_KEYS: /run/secrets/gateway-public-keys
  secrets:
    - gateway-public-keys

x-department-with-registries: &department-with-registries
  <<: *department
  depends_on:
    mysql:
      condition: service_healthy
  environment:
    <<: *department-environment
    DATABASE_URL: mysql://household:\${MYSQL_PASSWORD:?run npm run keys}@mysql:3306/household
    PERSON_KEY: \${PERSON_KEY:?run npm run keys}

services:
  mysql:
    image: mysql:8.4
    restart: unless-stopped
    environment:
      MYSQL_RANDOM_ROOT_PASSWORD: 'yes'
      MYSQL_USER: household
      MYSQL_PASSWORD: \${MYSQL_PASSWORD:?run npm run keys}
    volumes:
      - mysql:/var/lib/mysql
      - ./subgraphs/runtime/database/grants.sql:/docker-entrypoint-initdb.d/grants.sql:ro
    healthcheck:
      test: [CMD, mysqladmin, ping, --host=127.0.0.1, --silent]
      interval: 5s
      timeout: 3s
      retries: 24
`;

const foot = `
volumes:
  mysql: {}
  ledger-heads: {}

secrets:
  gateway-signing-key:
    file: ./secrets/gateway-signing-key.json
  gateway-public-keys:
    file: ./secrets/gateway-public-keys.json
  ledger-signing-key:
    file: ./secrets/ledger-signing-key.json
  token-keys:
    file: ./secrets/token-keys.json
`;

/** docker-compose.yml for a list of departments. */
export function composeFile(departments: readonly Subgraph[]): string {
  return [head, ...departments.map(department), gateway(departments), foot].join('');
}

function department(subgraph: Subgraph): string {
  const { name, chinese } = subgraph;
  const kind = keepsRegistries(subgraph) ? 'department-with-registries' : 'department';
  return `
  # ${chinese}
  ${name}:
    <<: *${kind}
    command: [node, dist/subgraphs/runtime/cli/serve.js, ${name}]
`;
}

/**
 * It waits for its ledger, without which nothing personal leaves it, and for no department: one that is not there yet
 * is UNAVAILABLE, and keeps nobody else waiting.
 */
function gateway(departments: readonly Subgraph[]): string {
  const each = (line: (name: string) => string) => departments.map(({ name }) => line(name)).join('\n');
  return `
  gateway:
    <<: *program
    command: [node, dist/gateway/main.js, --remote]
    depends_on:
      mysql:
        condition: service_healthy
    ports:
      - '4000:4000'
    volumes:
      - ledger-heads:/app/ledger-heads
    environment:
      DEPLOYMENT: production
      PORT: '4000'
      GATEWAY_SIGNING_KEY: /run/secrets/gateway-signing-key
      TOKEN_KEYS: /run/secrets/token-keys
      LEDGER_URL: mysql://household:\${MYSQL_PASSWORD:?run npm run keys}@mysql:3306/household_ledger
      LEDGER_SIGNING_KEY: /run/secrets/ledger-signing-key
      LEDGER_WITNESS: /app/ledger-heads/heads.jsonl
${each((name) => `      ${departmentVariable(name, 'URL')}: http://${name}:4001/graphql`)}
    secrets:
      - gateway-signing-key
      - token-keys
      - ledger-signing-key
`;
}
