"""The secretary's desk: what a branch does with the handbook, on its own machine."""
