"""Rest: the routes that ask the database, and so are asked by few; `Application` adds them."""

from stellenbund.api.routes import (
    audit,
    copying,
    corrections,
    decisions,
    feed_template,
    runs,
    sources,
    upload_files,
    upload_steps,
    uploads,
    visibility,
    webhooks,
    why,
)

ROUTERS = (
    *(sources, runs, decisions, why),
    *(uploads, upload_files, upload_steps, feed_template),
    *(corrections, visibility),
    *(copying, webhooks, audit),
)
