"""What the templates may see: frozen values, made by planning, read by rendering, never an entry.

Every text is either plain (the templates escape it) or ``Markup`` (already HTML, made from the
authors' light Markdown). Every ``href`` is relative to the page that shows it; an empty one means
that there is nothing to open.
"""
