"""What authors may write: one strict model a file, no logic.

The class of a kind is its authoring manual: every field says in Chinese what to write.
"""
