"""What it all ran on, and what a process costs besides the work."""

import os
import platform
import statistics
import subprocess
import tempfile
import threading
import time

CORES = len(os.sched_getaffinity(0))


def processor():
    with open("/proc/cpuinfo") as lines:
        names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


def system():
    with open("/etc/os-release") as lines:
        names = [line.split("=", 1)[1].strip().strip('"') for line in lines if line.startswith("PRETTY_NAME")]
    return names[0] if names else platform.platform()


def package_version(package):
    """What Debian calls it, which is more exact than what some libraries call themselves; None elsewhere."""
    try:
        query = subprocess.run(["dpkg-query", "-W", "-f", "${Version}", package], capture_output=True, text=True)
    except OSError:
        return None
    return query.stdout.strip() or None


def blas():
    """The library of products that NumPy has loaded, as it calls itself."""
    import numpy  # noqa: F401  it loads the library
    import threadpoolctl
    found = [info for info in threadpoolctl.threadpool_info() if info["user_api"] == "blas"]
    return ", ".join(f"{info['internal_api']} {info['version']} ({info['architecture']})" for info in found)


def copy_bandwidth(threads):
    """GB a second, read and written, of copies far larger than the caches; the best of several."""
    import numpy as np
    sources = [np.ones(32 << 20, dtype=np.float32) for _ in range(threads)]
    targets = [np.empty_like(source) for source in sources]

    def copy():
        workers = [threading.Thread(target=np.copyto, args=pair) for pair in zip(targets, sources)]
        begun = time.perf_counter()
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        return time.perf_counter() - begun

    copy()
    return 2 * threads * sources[0].nbytes / min(copy() for _ in range(7)) / 1e9


def read_bandwidth(count):
    """GB a second of reading so many float32 over and over on one thread: a dot product of an array with itself."""
    import numpy as np
    numbers = np.ones(count, dtype=np.float32)
    repetitions = max(1, (64 << 20) // numbers.nbytes)

    def read():
        begun = time.perf_counter()
        for _ in range(repetitions):
            numbers.dot(numbers)
        return time.perf_counter() - begun

    read()
    return repetitions * numbers.nbytes / min(read() for _ in range(7)) / 1e9


def peak_memory(command):
    """The most memory that a process held, in MB: its high-water mark as it was last seen."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    most = 0
    while process.poll() is None:
        most = max(most, _high_water_mark(process.pid))
        time.sleep(0.01)
    if process.returncode != 0:
        raise SystemExit(f"compare: {' '.join(command)} ended with code {process.returncode}")
    return most * 1024 / 1e6


def _high_water_mark(process_id):
    """In KiB. Not what the system says at a process's end: that counts what its parent held when it started it."""
    try:
        with open(f"/proc/{process_id}/status") as lines:
            return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM")), 0)
    except OSError:
        return 0


def wall_time(command, repetitions=10):
    """The least and the median seconds from the start of a process to its end, in a folder that is thrown away."""
    times = []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(repetitions):
            begun = time.perf_counter()
            subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder, check=True)
            times.append(time.perf_counter() - begun)
    return min(times), statistics.median(times)
