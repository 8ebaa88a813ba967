"""The coach: what there is to do, found by rules in what the user wrote."""
