"""What a person looks at: tables in a terminal, a cell of a notebook, one HTML report."""
