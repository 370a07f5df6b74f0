"""Pages of the desk: what needs the agency's people now, and the keeping of the catalog."""
