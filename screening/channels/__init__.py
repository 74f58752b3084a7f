"""How each channel asks and hears."""
