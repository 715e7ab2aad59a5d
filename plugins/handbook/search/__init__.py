"""The search engine: written once in TypeScript, run in the page and, through an embedded engine, at the terminal."""
