"""`python -m summitparse`."""

from summitparse.cli import main

if __name__ == "__main__":
    main()
