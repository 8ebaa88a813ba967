"""Rules, one module each, in a folder for each of the five mistakes; nothing registers them."""
