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
USER node
CMD ["node", "dist/gateway/main.js", "--remote"]
