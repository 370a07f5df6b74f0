"""What programs ask, one file a topic, in the shapes and shares that published rules show."""
