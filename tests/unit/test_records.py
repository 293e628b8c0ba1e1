# SPDX-License-Identifier: Apache-2.0
"""The lean dataclass behaves as the standard one."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
from collections.abc import Callable
from dataclasses import field
from typing import Any, ClassVar

import pytest

from docforge import records


def _classes(dataclass: Callable[..., Any], **options: bool) -> tuple[type, type]:
    @dataclass(**options)
    class Base:
        KIND: ClassVar[str] = "base"
        place: str
        count: int = 1
        names: list[str] = field(default_factory=list)
        note: str = field(default="", compare=False, repr=False)

        def __post_init__(self) -> None:
            if self.count < 0:
                raise ValueError("count")

    @dataclass(**options)
    class Derived(Base):
        KIND: ClassVar[str] = "derived"
        extra: tuple[int, ...] = field(default=(), kw_only=True)
        fixed: int = field(default=7, init=False)

    return Base, Derived


OPTIONS = [{"frozen": True, "slots": True}, {"frozen": True}, {"slots": True}, {}]


@pytest.mark.parametrize("options", OPTIONS)
@pytest.mark.parametrize("which", [0, 1])
def test_it_makes_what_the_standard_decorator_makes(options: dict[str, bool], which: int) -> None:
    ours = _classes(records.dataclass, **options)[which]
    standard = _classes(dataclasses.dataclass, **options)[which]

    assert str(inspect.signature(ours)) == str(inspect.signature(standard))
    assert ours.__match_args__ == standard.__match_args__  # type: ignore[attr-defined]
    assert [f.name for f in dataclasses.fields(ours)] == [f.name for f in dataclasses.fields(standard)]
    for given in ({}, {"count": 3}, {"names": ["a"], "note": "n"}):
        one, other = ours("Bergen", **given), standard("Bergen", **given)
        assert repr(one).split("<locals>.")[1] == repr(other).split("<locals>.")[1]
        assert dataclasses.asdict(one) == dataclasses.asdict(other)
        assert one == ours("Bergen", **given)
        assert one != other
        assert one == ours("Bergen", **{**given, "note": "another"})
        assert one != dataclasses.replace(one, count=9)
        assert copy.deepcopy(one) == one
        assert hasattr(one, "__dict__") == hasattr(other, "__dict__")
    assert str(inspect.signature(ours)) == str(inspect.signature(standard))
    assert ours("Bergen").names is not ours("Bergen").names
    for wrong in ((), ("a", 1, [], "", (), 7, 8)):
        with pytest.raises(TypeError):
            ours(*wrong)
    with pytest.raises(TypeError):
        ours("a", unknown=1)
    with pytest.raises(ValueError, match="count"):
        ours("a", -1)


@pytest.mark.parametrize("options", OPTIONS)
def test_frozen_means_frozen_and_hashable(options: dict[str, bool]) -> None:
    ours, _ = _classes(records.dataclass, **options)
    value = ours("Bergen", names=())
    if not options.get("frozen"):
        value.count = 2
        assert value.count == 2
        assert ours.__hash__ is None
        return
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign to field 'count'"):
        value.count = 2
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot delete field 'count'"):
        del value.count
    assert hash(value) == hash(ours("Bergen", names=(), note="not compared"))


@records.dataclass(frozen=True, slots=True)
class _Pickled:
    """At module level, as pickle needs it."""

    place: str
    inner: _Pickled | None = None


def test_a_frozen_value_survives_pickle() -> None:
    value = _Pickled("Tromsø", _Pickled("Bodø"))
    assert pickle.loads(pickle.dumps(value)) == value


def test_methods_of_the_class_itself_are_kept() -> None:
    @records.dataclass(frozen=True, slots=True)
    class Own:
        """With methods that the decorator would make."""

        value: str

        def __eq__(self, other: object) -> bool:
            return isinstance(other, Own) and self.value.casefold() == other.value.casefold()

        def __hash__(self) -> int:
            return hash(self.value.casefold())

        def __repr__(self) -> str:
            return f"<{self.value}>"

    assert Own("A") == Own("a")
    assert hash(Own("A")) == hash(Own("a"))
    assert repr(Own("A")) == "<A>"


@pytest.mark.parametrize("frozen", [True, False])
def test_ordered_classes_sort_by_their_fields(frozen: bool) -> None:
    ours = _classes(records.dataclass, frozen=frozen, slots=True, order=True)[0]
    one, two, three = ours("Arna", 2), ours("Bergen", 1), ours("Bergen", 3, note="not compared")
    assert sorted([three, one, two]) == [one, two, three]
    assert one < two <= two < three > two >= two
    with pytest.raises(TypeError):
        one < "Bergen"  # noqa: B015
    assert ours.__lt__(one, ("Bergen", 1)) is NotImplemented


def test_ordered_records_compare_by_their_fields_and_with_their_own_kind_only() -> None:
    @records.dataclass(frozen=True, slots=True, order=True)
    class Place:
        line: int
        column: int

    assert sorted([Place(2, 1), Place(1, 9), Place(1, 2)]) == [Place(1, 2), Place(1, 9), Place(2, 1)]
    assert Place(1, 2) < Place(1, 3) <= Place(1, 3) and Place(2, 0) > Place(1, 9) >= Place(1, 9)
    with pytest.raises(TypeError):
        _ = Place(1, 2) < (1, 3)  # type: ignore[operator]
