"""What the second reader proposes: rows like claims, told apart by their state alone.

What was only ever proposed is in one of these states and in no other, so that whoever reads or
counts claims by any other state meets no proposal.
"""

# It waits for a person; a person refused it; the rules found it by themselves.
PROPOSED, REFUSED, OVERTAKEN = "proposed", "refused", "overtaken"
NEVER_ACCEPTED = (PROPOSED, REFUSED, OVERTAKEN)
