# SPDX-License-Identifier: Apache-2.0
"""Read the names in a byline: a list of persons, desks, agencies and outlets, told from roles, offices and sentences.

``lists`` reads a stretch of a line as a list of names: ``segments`` parts it, and ``roles``, ``persons`` and
``outlets`` say what a segment is.  ``prose`` tells faster that a line is no list at all.  None knows where in the page
the line stands.
"""
