"""Lets `python -m argmap` be the same as `argmap`."""

from argmap.cli.main import main

if __name__ == "__main__":
    main()
