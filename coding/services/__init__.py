"""What the interface and the command line both do: projects, imports, proposals, lists."""
