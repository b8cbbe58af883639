"""Questions to the reader: each is a modal screen that is dismissed with the answer, or with None."""
