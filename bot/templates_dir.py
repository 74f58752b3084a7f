"""Where the templates are: inside an installed wheel, or beside the packages in a checkout."""

from pathlib import Path


def templates_dir() -> Path:
    """The folder of all templates."""
    here = Path(__file__).parent
    inside = here / "templates"
    return inside if inside.is_dir() else here.parent / "templates"
