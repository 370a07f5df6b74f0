"""Taking files into the catalog: look first, then all or nothing, every line of it told."""
