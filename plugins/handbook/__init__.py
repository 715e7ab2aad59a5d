"""Turn structured YAML into an illustrated work-instruction handbook for Party branches."""

__version__ = "0.1.0"
