"""Arrays and texts in, frozen results out: no project, no files, no screen."""
