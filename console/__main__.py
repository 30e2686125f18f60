"""``python -m console`` is ``konsol``."""

import sys

from console.cli import main

if __name__ == "__main__":
    sys.exit(main())
