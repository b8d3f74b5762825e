"""The steps of reading in a file: the draft, the mapping form, the report."""
