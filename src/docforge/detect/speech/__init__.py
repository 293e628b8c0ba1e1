# SPDX-License-Identifier: Apache-2.0
"""Read speech in the words of a sentence: the frame around a quotation, its kind, what is reported without marks.

``quotes`` walks the article and asks these modules of one sentence at a time: ``sentence_quotes`` of its quotations,
``reported`` of speech without marks, ``dialogue`` of speech in dashes, ``unspaced`` of scripts without spaces, and
``neighbours`` and ``turns`` of who speaks where the sentence names nobody.  ``quote_values`` makes the result.

What a quotation is, ``kinds`` tells; who speaks it, ``frames`` (``frames_before``, ``frames_after``, ``sources``).
Who speaks is a noun phrase (``noun_phrases``), the subject of a cue (``subjects``) or what stands behind it
(``inversion``).  Each module looks at one sentence and at nothing above it.
"""
