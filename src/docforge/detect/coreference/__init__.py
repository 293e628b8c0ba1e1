# SPDX-License-Identifier: Apache-2.0
"""Say which person of the article stands behind a speaker as written: a surname, a role, a pronoun.

``cast`` is asked; the persons and their names are in ``persons``, where they are mentioned in ``mentions``, the roles
they hold in ``roles``, whom somebody belongs to in ``relations``, whom a pronoun means in ``pronouns``.  In doubt the
answer is None: two persons who fit equally well are no answer.
"""
