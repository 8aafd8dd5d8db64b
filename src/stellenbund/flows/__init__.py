"""The stories: each is one visible transaction."""
