"""What a plan is worth, stage by stage, and which of two plans is better."""

from dataclasses import dataclass

from rounds.core.planner.plan import StageName
from rounds.core.values import Cents


@dataclass(frozen=True, slots=True)
class Value:
    """A plan's figures. ``letters`` counts up to the number wanted; ``finish`` is an ordinal day.

    ``net`` is the cost less what the letters counted are allowed to cost.
    """

    sure: int
    possible: int
    cost: Cents
    net: Cents
    letters: int
    finish: int
    codes: tuple[str, ...]

    @property
    def rank(self) -> tuple[object, ...]:
        """Less is better: the stages in their order; fewer terms before smaller codes."""
        return (
            -self.sure,
            -self.possible,
            self.net,
            -self.letters,
            self.finish,
            len(self.codes),
            self.codes,
        )

    def of(self, stage: StageName) -> int:
        """The figure of one stage; of the last one, the number of terms."""
        match stage:
            case StageName.SURE_DOORS:
                return self.sure
            case StageName.POSSIBLE_DOORS:
                return self.possible
            case StageName.COST:
                return self.net
            case StageName.LETTERS:
                return self.letters
            case StageName.FINISH:
                return self.finish
            case StageName.CODES:
                return len(self.codes)
