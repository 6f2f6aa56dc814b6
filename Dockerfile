# The program with the explorer and the shipped data, and nothing else: no shell, no
# package manager. docs/containers.md tells how to build and run it.
#
#   docker build --build-arg VERSION=1.2.3 -t innograph .

FROM node:22-alpine AS explorer
WORKDIR /src/web
COPY web/package.json web/package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY schema /src/schema
COPY web ./
RUN npm run codegen && npm run build

FROM golang:1.26-alpine AS program
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
COPY --from=explorer /src/web/dist web/dist
ARG VERSION=container
# The release tool also gathers the licences of all that is in the program.
RUN CGO_ENABLED=0 go build -o /tmp/mkrelease ./cmd/mkrelease \
 && /tmp/mkrelease -version "$VERSION" -platforms "linux/$(go env GOARCH)" -o /tmp/release \
 && mkdir -p /out/tmp \
 && tar -xzf /tmp/release/innograph_*.tar.gz -C /out --strip-components=1 \
 && cp /tmp/release/innograph_*.cdx.json /out/sbom.cdx.json \
 && chmod 1777 /out/tmp

FROM scratch
COPY --from=program /out/ /
# For neo4j+s:// and for an identity provider.
COPY --from=program /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
USER 65532:65532
ENV INNOGRAPH_LISTEN=0.0.0.0:8080 GOMEMLIMIT=512MiB
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["/innograph", "health"]
ENTRYPOINT ["/innograph"]
# Refuses to start until it is told who may ask: --api-keys, --jwks or --no-auth.
CMD ["serve"]
