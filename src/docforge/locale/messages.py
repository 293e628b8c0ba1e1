# SPDX-License-Identifier: Apache-2.0
"""The English words of all labels, by key: what the catalogues translate.

Named ``str.format`` placeholders only; a message is never put together from parts.
"""

from __future__ import annotations

__all__ = ["COMMENTS", "MESSAGES", "PLURALS"]

MESSAGES: dict[str, str] = {
    "photo": "Photo",
    "photo_credit": "Photo: {credit}",
    "video": "Video",
    "infographic": "Infographic",
    "figure_n": "Figure {n}",
    "table_n": "Table {n}",
    "contents": "Contents",
    "page_x_of_y": "Page {page} of {pages}",
    "page_n": "Page {page}",
    "source": "Source",
    "sources": "Sources",
    "published": "Published",
    "updated": "Updated",
    "author": "Author",
    "byline": "By {name}",
    "reporting_by": "Reporting by {names}",
    "place_date": "Place and date",
    "briefing_pack": "Briefing pack",
    "summary": "Summary",
    "key_points": "Key points",
    "key_figures": "Key figures",
    "quotes": "Quotations",
    "timeline": "Timeline",
    "index_speakers": "Index of speakers",
    "index_people": "Index of people",
    "index_places": "Index of places",
    "index_orgs": "Index of organisations",
    "glossary": "Glossary",
    "background": "Background",
    "notes": "Notes",
    "editors_note": "Editor’s note",
    "related": "Related articles",
    "tags": "Keywords",
    "language": "Language",
    "original": "Original article",
    "translated_from": "Translated from {language}",
    "appendix": "Appendix",
    "prepared_on": "Prepared on {date}",
    "continued": "Continued",
    "see_also": "See also",
    "cover": "Cover",
    "title_page": "Title page",
    "key_quotes": "Key quotes",
    "who_said_what": "Who said what",
    "speaker": "Speaker",
    "speaker_unknown": "Speaker not named",
    "not_part_of_article": "Not part of the article",
    "unplaced": "Other text from the source",
    "untitled": "Untitled",
    "title": "Title",
    "date": "Date",
    "time": "Time",
    "place": "Place",
    "agency": "Agency",
    "article": "Article",
    "people": "People",
    "places": "Places",
    "organisations": "Organisations",
    "body_matter": "Start of the text",
    "landmarks": "Landmarks",
    "page_list": "List of pages",
    "skip_to_text": "Skip to the text",
    "accessibility_summary": "Text with marked headings, contents and reading order. "
    "It can be read aloud and shown in any size; nothing depends on colour or sound.",
    "label_value": "{label}: {value}",
    "briefing_dated": "Briefing pack, {date}",
    "issue_n": "Issue {n}",
    "copy_n": "Copy {n}",
    "prepared_by": "Prepared by {name}",
    "recipient": "For: {name}",
    "end_of_article": "End of the article",
}
"""Labels without a count."""

PLURALS: dict[str, tuple[str, str]] = {
    "articles_count": ("{n} article", "{n} articles"),
    "photos_count": ("{n} photo", "{n} photos"),
    "quotes_count": ("{n} quotation", "{n} quotations"),
}
"""Labels with a count ``n``: for one, for others."""

COMMENTS: dict[str, str] = {
    "briefing_pack": "A set of articles bound for an office; not a set phrase in most languages.",
    "byline": "Line under the headline naming who wrote the article.",
    "background": "Heading over facts that explain the news, not decoration.",
    "place_date": "Heading for the line with place and date at the start of a report.",
    "not_part_of_article": "Heading over text of the source page that is not the article: menus, links, notices.",
    "landmarks": "Name of the list of a book's main parts, read by screen readers.",
    "body_matter": "Where reading starts; read by screen readers.",
    "accessibility_summary": "Schema.org accessibilitySummary of an electronic book.",
    "label_value": 'A label with its value: "Source: Name". Only the punctuation may change.',
    "copy_n": "Number of a numbered printed copy.",
    "speaker": "Column heading: who said a quotation.",
    "end_of_article": "Read by screen readers at the end of an article in a collection.",
    "continued": "At the head of a column or table that goes on from the page before.",
}
"""What translators are told about a label."""
