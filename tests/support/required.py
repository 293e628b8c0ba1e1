# SPDX-License-Identifier: Apache-2.0
"""Tools and packages that a test cannot do without."""

from __future__ import annotations

import os

import pytest

REQUIRED = os.environ.get("DOCFORGE_REQUIRE_TOOLS") == "1" or os.environ.get("CI") == "true"


def need(present: object, reason: str) -> None:
    """Skip with *reason* where something is not *present*; fail where all tools are required."""
    if not present:
        pytest.fail(reason) if REQUIRED else pytest.skip(reason)
