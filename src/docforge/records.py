# SPDX-License-Identifier: Apache-2.0
"""Dataclasses that cost little at start-up.

The standard decorator compiles six methods for each class, which for the classes of one short run adds up to a fifth
of its time.  Here the decorator of the standard library still finds the fields, makes the slots and answers ``fields``,
``replace`` and ``asdict``; the methods are shared functions, and ``__init__`` alone is compiled, when a class is
first called.  A type checker sees the standard decorator.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from operator import attrgetter, ge, gt, le, lt
from reprlib import recursive_repr
from types import MemberDescriptorType
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass"]

_put = object.__setattr__


class _Factory:
    """Default of a parameter whose value is made anew at each call."""

    def __repr__(self) -> str:
        return "<factory>"


_FACTORY = _Factory()


def _dataclass(*, frozen: bool = False, slots: bool = False, order: bool = False) -> Callable[[Any], Any]:
    """Decorate a class as ``dataclasses.dataclass`` does, with its meaning of *frozen*, *slots* and *order*.

    Two things differ: ``__dataclass_params__`` does not tell what was asked for, and ``InitVar`` is not known.
    """

    def decorated(cls: Any) -> Any:
        if not cls.__doc__:
            cls.__doc__ = cls.__name__  # else the standard decorator works out a signature
        made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots)(cls)
        own = vars(made)
        if "__init__" not in own:
            made.__init__ = _init_for(made, frozen)
            made.__signature__ = _Signature()
        if "__repr__" not in own:
            made.__repr__ = _repr
        if frozen:
            made.__setattr__, made.__delattr__ = _refuse_assignment, _refuse_deletion
            if slots and "__getstate__" not in own:
                made.__getstate__, made.__setstate__ = _state, _restore
        _compare_by_value(made, frozen)
        if order:
            _order_by_value(made)
        return made

    return decorated


def _compare_by_value(cls: Any, frozen: bool) -> None:
    """Give *cls* ``__eq__`` and ``__hash__`` over its compared fields, unless its body has them."""
    own = vars(cls)
    defines_eq, defines_hash = "__eq__" in own, own.get("__hash__") is not None
    names = [field.name for field in dataclasses.fields(cls) if field.compare]
    values: Callable[[Any], Any] = attrgetter(*names) if names else type

    def equal(self: Any, other: Any) -> Any:
        return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: Any) -> int:
        return hash(values(self))

    if not defines_eq:
        cls.__eq__ = equal
    if not defines_hash:
        cls.__hash__ = hashed if frozen else None


def _order_by_value(cls: Any) -> None:
    """Give *cls* the four comparisons of order over its compared fields."""
    values: Callable[[Any], Any] = attrgetter(*[field.name for field in dataclasses.fields(cls) if field.compare])

    def ordering(compare: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
        def ordered(self: Any, other: Any) -> Any:
            return compare(values(self), values(other)) if other.__class__ is self.__class__ else NotImplemented

        return ordered

    cls.__lt__, cls.__le__, cls.__gt__, cls.__ge__ = ordering(lt), ordering(le), ordering(gt), ordering(ge)


@recursive_repr()
def _repr(self: Any) -> str:
    shown = ", ".join(f"{f.name}={getattr(self, f.name)!r}" for f in dataclasses.fields(self) if f.repr)
    return f"{self.__class__.__qualname__}({shown})"


def _refuse_assignment(self: Any, name: str, value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_deletion(self: Any, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _restore(self: Any, state: list[Any]) -> None:
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        _put(self, field.name, value)


def _init_for(cls: Any, frozen: bool) -> Any:
    """Return an ``__init__`` that puts the compiled one in its place when it is first called."""

    def initialise(self: Any, *args: Any, **named: Any) -> None:
        cls.__init__ = compiled = _compiled_init(cls, frozen)
        compiled(self, *args, **named)

    made: Any = initialise
    made.compiled = lambda: _compiled_init(cls, frozen)
    return made


def _compiled_init(cls: Any, frozen: bool) -> Any:
    fields = dataclasses.fields(cls)
    names: dict[str, Any] = {"_put": _put, "_factory": _FACTORY}
    parameters = ["self"]
    keywords: list[str] = []
    lines: list[str] = []
    for field in fields:
        name = parameter = value = field.name
        if field.default is not dataclasses.MISSING:
            names[f"_default_{name}"] = field.default
            parameter = f"{name}=_default_{name}"
        elif field.default_factory is not dataclasses.MISSING:
            names[f"_new_{name}"] = field.default_factory
            parameter = f"{name}=_factory"
            value = f"_new_{name}() if {name} is _factory else {name}"
        if field.init:
            (keywords if field.kw_only else parameters).append(parameter)
        elif parameter == name:
            continue  # __post_init__ sets it
        else:
            value = f"_default_{name}" if f"_default_{name}" in names else f"_new_{name}()"
        if not frozen:
            lines.append(f" self.{name} = {value}")
        elif isinstance(slot := getattr(cls, name, None), MemberDescriptorType):
            names[f"_put_{name}"] = slot.__set__  # a quarter faster than to look the slot up again
            lines.append(f" _put_{name}(self, {value})")
        else:
            lines.append(f" _put(self, {name!r}, {value})")
    if hasattr(cls, "__post_init__"):
        lines.append(" self.__post_init__()")
    if keywords:
        parameters += ["*", *keywords]
    # Names of fields and nothing else reach the compiler.
    exec(f"def __init__({', '.join(parameters)}):\n" + ("\n".join(lines) or " pass"), names)  # noqa: S102
    made = names["__init__"]
    made.__module__, made.__qualname__ = cls.__module__, f"{cls.__qualname__}.__init__"
    made.__annotations__ = {field.name: field.type for field in fields if field.init} | {"return": None}
    return made


class _Signature:
    """What ``help`` shows of a class, whether it was called already or not."""

    def __get__(self, instance: object, owner: Any) -> Any:
        import inspect

        init = owner.__init__
        signature = inspect.signature(init.compiled() if hasattr(init, "compiled") else init)
        return signature.replace(parameters=list(signature.parameters.values())[1:])


if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    dataclass = _dataclass
