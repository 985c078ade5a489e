"""The history of one provision: its entries and drafts as values, what each did in words, and the way back."""
