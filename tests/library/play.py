# SPDX-License-Identifier: MIT
"""One of the library's scenarios from a client's side: what survives it, or what does not.

    play.py NAME good|mutant
"""

import importlib
import sys

from connect import connect

name, role = sys.argv[1:]
getattr(importlib.import_module(name.replace("-", "_")), role)(connect())
