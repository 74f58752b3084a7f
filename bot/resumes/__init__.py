"""A resume to text, in a guarded child process."""
