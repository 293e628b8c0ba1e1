# SPDX-License-Identifier: Apache-2.0
"""Read bylines of each shape: ``labelled``, beside roles in ``east_asian`` lines, ``beside_dates``, and ``bare`` names.

``byline`` asks them of each line, and ``rivals`` weighs what they found against each other.  Which words open a byline
is in ``byline_words``, what the names in it look like in ``authors``, how much speaks for bare names in
``bare_score``.  ``parts`` cuts a line into its names and what stands beside them.
"""
