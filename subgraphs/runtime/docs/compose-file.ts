import { departmentVariable } from '../../../schema/config/read-config';
import { keepsRecords, keepsRegistries, type Subgraph } from '../define-subgraph';

const head = `# Made from the list of departments by \`npm run docs\`: MySQL 8, Redis, one service a department, the gateway.
#
# It takes its secrets from a file .env and the folder ./secrets; \`npm run keys -- secrets\` makes both.
# Access tokens come from whoever issues them: put that issuer's JWK set at ./secrets/token-keys.json, and an
# access token of role verification at ./secrets/graph-token, over which a new one may be written at any time.

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
  depends_on: &department-needs
    redis:
      condition: service_healthy
  environment: &department-environment
    DEPLOYMENT: production
    PORT: '4001'
    GATEWAY_PUBLIC_KEYS: /run/secrets/gateway-public-keys
    REDIS_URL: redis://redis:6379/0
  secrets:
    - gateway-public-keys

x-department-with-records: &department-with-records
  <<: *department
  depends_on:
    <<: *department-needs
    mysql:
      condition: service_healthy
  environment: &records-environment
    <<: *department-environment
    DATABASE_URL: mysql://household:\${MYSQL_PASSWORD:?run npm run keys}@mysql:3306/household

x-department-with-registries: &department-with-registries
  <<: *department-with-records
  environment:
    <<: *records-environment
    PERSON_KEY: \${PERSON_KEY:?run npm run keys}

x-department-at-work: &department-at-work
  <<: *department-with-records
  environment:
    <<: *records-environment
    GATEWAY_URL: http://gateway:4000/graphql
    GATEWAY_TOKEN: /run/secrets/graph-token
    REPORT_SIGNING_KEY: /run/secrets/report-signing-key
  secrets:
    - gateway-public-keys
    - graph-token
    - report-signing-key

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

  # Nonces, budgets and the order of work: what must not be forgotten to make room is refused instead.
  redis:
    image: redis:7
    restart: unless-stopped
    command: [redis-server, --maxmemory, 256mb, --maxmemory-policy, noeviction]
    healthcheck:
      test: [CMD, redis-cli, ping]
      interval: 5s
      timeout: 3s
      retries: 12
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
  graph-token:
    file: ./secrets/graph-token
  report-signing-key:
    file: ./secrets/report-signing-key.json
`;

/** docker-compose.yml for a list of departments. */
export function composeFile(departments: readonly Subgraph[]): string {
  return [head, ...departments.map(department), gateway(departments), foot].join('');
}

function department(subgraph: Subgraph): string {
  const { name, chinese } = subgraph;
  return `
  # ${chinese}
  ${name}:
    <<: *${kindOf(subgraph)}
    command: [node, dist/subgraphs/runtime/cli/serve.js, ${name}]
`;
}

function kindOf(subgraph: Subgraph): string {
  if (subgraph.begin) return 'department-at-work';
  if (keepsRegistries(subgraph)) return 'department-with-registries';
  return keepsRecords(subgraph) ? 'department-with-records' : 'department';
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
      redis:
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
      REDIS_URL: redis://redis:6379/0
${each((name) => `      ${departmentVariable(name, 'URL')}: http://${name}:4001/graphql`)}
    secrets:
      - gateway-signing-key
      - token-keys
      - ledger-signing-key
`;
}
