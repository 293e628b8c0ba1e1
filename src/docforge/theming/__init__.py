# SPDX-License-Identifier: Apache-2.0
"""For people who make themes: a new one to start from, a check, a preview of every role in every format.

Nothing here is needed to use a theme.
"""

from __future__ import annotations
