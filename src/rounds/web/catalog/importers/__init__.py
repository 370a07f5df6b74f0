"""Reading foreign files into the catalog: every bad row is told with its line and its reason."""
