# A small image that runs as nobody in particular, needs no network and writes nothing but where it is told to:
#   docker run --rm --read-only --network none --tmpfs /tmp -v "$PWD:/data" summitparse parse release.pdf
# `make image` builds it; the build needs a package index, the image does not.
FROM python:3.12-slim AS build
RUN apt-get update && apt-get install --yes --no-install-recommends binutils && rm -rf /var/lib/apt/lists/*
COPY . /src
RUN python -m venv /opt/summitparse \
 && /opt/summitparse/bin/pip install --no-cache-dir --constraint /src/constraints.txt '/src[files,serve,watch]' \
 && /opt/summitparse/bin/pip uninstall --yes pip \
 && find /opt/summitparse -type d -name tests -prune -exec rm -r {} + \
 && find /opt/summitparse -name '*.so' -not -path '*.libs/*' -exec strip --strip-debug {} +

FROM python:3.12-slim
COPY --from=build /opt/summitparse /opt/summitparse
ENV PATH=/opt/summitparse/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 HOME=/tmp
USER 10001:10001
WORKDIR /data
# A service in it: docker run … -p 8000:8000 summitparse serve --host 0.0.0.0 --token SECRET
EXPOSE 8000
ENTRYPOINT ["summitparse"]
CMD ["--help"]
