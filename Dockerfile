# Builds the site, then leaves everything behind that only building needs.
FROM node:26-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY site/package.json site/
RUN npm ci --no-fund --no-audit
COPY . .
RUN npm run build -w site

FROM node:26-bookworm-slim
# PORT_IS_MAPPED: the container's own addresses are no use to others, so that none of them is printed.
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 DATA_DIR=/data PORT_IS_MAPPED=1
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
