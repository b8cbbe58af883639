"""What the application in a browser needs besides textual-serve: a page that asks no other host, and a driver."""
