"""Where documents are kept: TinyDB tables, each document one row of SQLite or PostgreSQL."""
