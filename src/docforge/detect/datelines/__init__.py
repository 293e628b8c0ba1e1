# SPDX-License-Identifier: Apache-2.0
"""Read datelines of each family: ``east_asian``, ``linear`` (PLACE, region, date (AGENCY) —), listed ``places``.

``dateline`` asks them of the head of each passage.  The linear reader takes the ``parts`` in any order, and its
``verdict`` says whether together they are a dateline.
"""
