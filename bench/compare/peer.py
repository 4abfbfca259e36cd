"""One library at a number of threads, timed on request as `denpa bench --serve` is.

    peer.py LIBRARY THREADS RUNS SECONDS

reads lines, `time NAME` or `follow NAME FOLDER`, and answers each with one line of JSON.
"""

import importlib
import json
import sys

from timing import Timing

# Nothing is compiled on the way here, so the first warm-up need not be as long as Denpa's.
WARM_UP_RUNS = 3

library = importlib.import_module(f"peers.{sys.argv[1]}")
library.configure(int(sys.argv[2]))
runs, shortest = int(sys.argv[3]), float(sys.argv[4])
known = set()

print(json.dumps({"version": library.VERSION}), flush=True)
for line in sys.stdin:
    verb, name, *folder = line.split()
    if verb == "time":
        timing = Timing(runs, shortest, warm_up=shortest if name in known else WARM_UP_RUNS * shortest)
        known.add(name)
        answer = {"seconds": library.seconds(name, timing)}
    else:
        answer = {"values": library.follow(name, *folder)}
    print(json.dumps(answer), flush=True)
