"""The steps by which the shape of the database came about, oldest first; each is written once and never changed."""
