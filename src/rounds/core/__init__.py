"""The pure core: no framework, no clock, no files, no hidden randomness."""
