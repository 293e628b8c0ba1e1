# SPDX-License-Identifier: Apache-2.0
"""``python -m docforge`` is the same as the ``docforge`` command."""

from docforge.cli import main

if __name__ == "__main__":
    main()
