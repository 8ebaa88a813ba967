"""Pages: one module and one template for each kind of page, all of them pure."""
