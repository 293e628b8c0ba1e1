# SPDX-License-Identifier: Apache-2.0
"""Read speech in the words of a sentence: the frame around a quotation, its kind, what is reported without marks.

``quotes`` walks the article and asks these modules of one sentence at a time: ``frames`` of who speaks a quotation
(``frames_before``, ``frames_after``, ``sources``, and ``neighbours`` where another sentence tells), ``kinds`` of what
it is, ``reported`` of speech without marks, ``dialogue`` of speech in dashes, ``unspaced`` of scripts without spaces.
Who speaks is a noun phrase (``noun_phrases``), the subject of a cue (``subjects``) or what stands behind it
(``inversion``).
"""
