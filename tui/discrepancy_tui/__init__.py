"""The terminal application: it takes a finished report and knows nothing of models."""
