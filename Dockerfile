# One image for the gateway and every department; docker-compose.yml names the command of each.
FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY tsconfig.json ./
COPY schema schema
COPY subgraphs subgraphs
COPY gateway gateway
RUN npm run build && npm prune --omit=dev

FROM node:20-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production
COPY --from=build /app .
# A volume takes its owner from the folder that it is mounted on: the signed heads of the access ledger go there.
RUN mkdir ledger-heads && chown node ledger-heads
USER node
CMD ["node", "dist/gateway/main.js", "--remote"]
