"""Words for what only admins may do. The Desk decides everything else about rights."""

ADMINS_ONLY = "Only admins may do that. Ask one of them, or have your id added to GREENROOM_ADMINS."
