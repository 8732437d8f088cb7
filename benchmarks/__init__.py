"""How quick the program is, each time beside the least that the same thing could take."""
