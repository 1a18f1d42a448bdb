# Two stages: a static binary, and an image with nothing else in it.
FROM golang:1.26 AS build
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY . .
# Beside the binary the one writable place, owned by the user that the coach runs as.
RUN CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o /tandem . \
    && mkdir -p /data && chown 65532:65532 /data

FROM scratch
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY --from=build /tandem /tandem
COPY --from=build --chown=65532:65532 /data /data
# Time zones are inside the binary. The root file system may be read-only:
#   docker run --read-only -v tandem:/data -v ./config.toml:/data/config.toml:ro tandem
ENV XDG_DATA_HOME=/data
WORKDIR /data
VOLUME /data
USER 65532:65532
# SIGTERM lets the coach finish what it has within 10 seconds.
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s CMD ["/tandem", "healthcheck"]
ENTRYPOINT ["/tandem"]
CMD ["run"]
