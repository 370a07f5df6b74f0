"""The whole installation in one file, for any of the databases: all tables, all uploaded files."""
