# SPDX-License-Identifier: Apache-2.0
"""A web page as evidence: what it declares of itself, what its markup calls its parts, which of them are the story.

``declared`` reads metadata, ``markup`` the names of elements, ``story`` puts the story together in page order from
both and from what an extraction of the running text found.
"""
