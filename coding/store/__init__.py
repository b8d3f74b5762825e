"""The project file: one SQLite database per project, with an append-only journal."""
