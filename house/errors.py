"""What stops a command."""


class Stopped(Exception):
    """A command cannot go on; the message is one sentence for the person who started it."""
