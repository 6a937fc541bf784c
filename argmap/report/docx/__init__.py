"""Reports for Word: real headings, lists, captions and fields, and figures as PNG with SVG beside it."""
