"""Things that belong together, joined two by two."""

from collections.abc import Iterable


class Groups:
    """Which things are in one group; of a group the one that was given first stands for it."""

    def __init__(self, things: Iterable[int]) -> None:
        self._place = {thing: place for place, thing in enumerate(dict.fromkeys(things))}
        self._over = {thing: thing for thing in self._place}

    def top(self, thing: int) -> int:
        over = self._over
        while over[thing] != thing:
            over[thing] = over[over[thing]]
            thing = over[thing]
        return thing

    def join(self, one: int, other: int) -> None:
        first, second = sorted((self.top(one), self.top(other)), key=self._place.__getitem__)
        self._over[second] = first

    def tops(self) -> dict[int, int]:
        return {thing: self.top(thing) for thing in self._over}
