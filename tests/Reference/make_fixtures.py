#!/usr/bin/python3
"""Writes every fixture of this folder with PyTorch. README.md says how to run it and what the files hold."""

import os
import sys

# The plain scalar kernels on one thread: the bytes do not depend on the machine's vector width or number of cores.
os.environ["ATEN_CPU_CAPABILITY"] = "default"
sys.dont_write_bytecode = True

import torch  # noqa: E402 (after the environment is set)

from fixtures import initializers, losses, networks, ops, optimizers, printing, safetensors, schedules  # noqa: E402

if __name__ == "__main__":
    torch.set_num_threads(1)
    for theme in (ops, losses, initializers, optimizers, schedules, networks, safetensors, printing):
        theme.write()
