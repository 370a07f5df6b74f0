"""Forms of the desk: what the agency keeps, cleaned and never saved here."""
