# One node of the office. docker-compose.yml puts two of them beside one PostgreSQL behind one proxy.
FROM node:24-trixie-slim AS build
RUN apt-get update && apt-get install -y --no-install-recommends g++ make python3 && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN node scripts/ensure.mjs && npm prune --omit=dev --no-audit --no-fund

FROM node:24-trixie-slim
RUN mkdir -p /var/lib/qiantou && chown node:node /var/lib/qiantou && chmod 700 /var/lib/qiantou
WORKDIR /app
COPY --from=build --chown=node:node /app/dist ./dist
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/package.json ./
COPY bin ./bin
COPY public ./public
COPY seeds ./seeds
COPY workflows ./workflows
USER node
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/var/lib/qiantou QIANTOU_MODE=production
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/readyz').then((a) => process.exit(a.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=64", "--enable-source-maps", "dist/src/main.js"]
