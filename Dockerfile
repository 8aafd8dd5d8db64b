# Stellenbund in one image: the API, the scraper and the migrations are its three commands.

FROM python:3.13-slim AS build
WORKDIR /checkout
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1
RUN python -m venv /opt/stellenbund
ENV PATH="/opt/stellenbund/bin:$PATH"

# The packages change seldom, the code often: each has its own layer.
COPY requirements.lock ./
RUN pip install --require-hashes -r requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY alembic ./alembic
COPY scrapers ./scrapers
COPY src ./src
RUN pip wheel --no-deps --no-build-isolation --wheel-dir /wheels . \
    && pip install --no-deps --no-index --find-links /wheels stellenbund


FROM python:3.13-slim
RUN useradd --uid 10001 --user-group --no-create-home --shell /usr/sbin/nologin stellenbund \
    && install -d -o stellenbund -g stellenbund /var/lib/stellenbund
COPY --from=build /opt/stellenbund /opt/stellenbund

# Nothing is written beside the database: the root file system may be read-only.
ENV PATH="/opt/stellenbund/bin:$PATH" \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    STELLENBUND_HOST=0.0.0.0 \
    STELLENBUND_PORT=8000 \
    STELLENBUND_DATABASE_URL=sqlite:////var/lib/stellenbund/stellenbund.db

USER 10001:10001
WORKDIR /var/lib/stellenbund
VOLUME ["/var/lib/stellenbund"]
EXPOSE 8000

HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
    CMD ["python", "-c", "import urllib.request as r; r.urlopen('http://127.0.0.1:8000/healthz', timeout=4)"]

ENTRYPOINT ["stellenbund"]
CMD ["serve"]
