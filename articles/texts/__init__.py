"""What is asked of the texts of a law: where a unit stands, what refers to it, what changed, what is still open."""
