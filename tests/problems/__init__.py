"""The mistakes people make in their data, and what is said of each."""
