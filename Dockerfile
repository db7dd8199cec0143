# Builds the site, then leaves everything behind that only building needs.
FROM node:26-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY site/package.json site/
RUN npm ci --no-fund --no-audit
COPY . .
RUN npm run build -w site

FROM node:26-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 DATA_DIR=/data
WORKDIR /app
COPY package.json package-lock.json ./
# The server's own dependencies; the site is built, so its workspace stays out.
RUN npm ci --omit=dev --omit=optional --workspaces=false --no-fund --no-audit && npm cache clean --force \
  && mkdir /data && chown node:node /data
COPY engine engine
COPY exercises exercises
COPY playground-server playground-server
COPY services services
COPY scripts scripts
COPY --from=build /app/site/dist/en site/dist/en
USER node
VOLUME /data
EXPOSE 4000
# --seed: the cluster is named in KAFKA_BROKERS, and writing the course's logs to it is what this image is for.
CMD ["node", "--disable-warning=TimeoutNegativeWarning", "scripts/start.ts", "--seed", "--no-build"]
