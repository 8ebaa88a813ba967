"""Exchange: what is brought in from elsewhere and what is taken there: bytes in, texts out, nothing written."""
