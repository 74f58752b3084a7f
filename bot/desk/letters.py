"""Letters of explanation, for recruiters to send."""

from bot.desk.base import no
from bot.desk.outcomes import Outcomes
from bot.reports.letters import letter_text
from bot.slack.desk import Actor, Said
from bot.slack.text import escape
from screening.letter import letter


class Letters(Outcomes):
    """Answers to `letter`."""

    async def letter(self, actor: Actor, screening: str) -> Said:
        """What somebody who was not advanced may be told, and how they can have it looked at again."""
        r = await self._theirs(actor, screening)
        if isinstance(r, Said):
            return r
        s = r.screening
        if s.open:
            return no(f"{escape(s.candidate.name)} is still being screened; there is nothing to explain yet.")
        if s.decided.startswith("Advanced"):
            return no(f"{escape(s.candidate.name)} was advanced; a letter of explanation is for those who were not.")
        return Said(text=escape(letter_text(letter(s, r.script, r.card, self.now()))))
