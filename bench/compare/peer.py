"""One library at a number of threads, timed on request as `denpa bench --serve` is.

    peer.py LIBRARY THREADS RUNS SECONDS

reads lines, `time NAME` or `follow NAME FOLDER`, and answers each with one line of JSON.
"""

import importlib
import json
import sys

from timing import Timing

library = importlib.import_module(f"peers.{sys.argv[1]}")
library.configure(int(sys.argv[2]))
timing = Timing(int(sys.argv[3]), float(sys.argv[4]))

print(json.dumps({"version": library.VERSION}), flush=True)
for line in sys.stdin:
    verb, name, *folder = line.split()
    if verb == "time":
        answer = {"seconds": library.seconds(name, timing)}
    else:
        answer = {"values": library.follow(name, *folder)}
    print(json.dumps(answer), flush=True)
