"""Reports: from a template to a PDF, in a process of its own."""
