"""What the jobs of LawDraft cost, each held against a bare limit that is measured in the same run."""
