"""Reading a resume: which of a script's questions it answers, in its own words."""
