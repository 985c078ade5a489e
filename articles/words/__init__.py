"""What the interface calls things, and sentences that come from elsewhere in the language of the person."""
