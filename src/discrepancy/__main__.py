"""`python -m discrepancy`."""

from discrepancy.cli import main

if __name__ == "__main__":
    main()
