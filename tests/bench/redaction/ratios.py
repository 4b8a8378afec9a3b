#!/usr/bin/env python3
"""What checks cost beside pdftotext on the same file in the same run: ratios.py PROGRAM RUNS FILE...

The commands take turns, so that a machine whose speed drifts drifts for all of them; figures are the CPU time of the whole
process, and the least, median and most of the ratios of single turns."""
import os
import statistics
import subprocess
import sys
import tempfile

program, runs, files = sys.argv[1], int(sys.argv[2]), sys.argv[3:]


def cpu(command):
    """CPU seconds, user and system, of the command and its children."""
    with open(os.devnull, "wb") as nowhere:
        started = subprocess.Popen(command, stdout=nowhere, stderr=nowhere)
    _, status, used = os.wait4(started.pid, 0)
    started.returncode = os.waitstatus_to_exitcode(status)
    return used.ru_utime + used.ru_stime


with tempfile.TemporaryDirectory() as scratch:
    for file in files:
        commands = {
            "pdftotext": ["pdftotext", file, os.path.join(scratch, "out.txt")],
            "check --only redaction": [program, "check", "--only", "redaction", "--format", "json", file],
            "convert --to blocks": [program, "convert", file, "-o", os.path.join(scratch, "blocks"), "--to", "blocks"],
            "check": [program, "check", "--format", "json", file],
        }
        taken = {name: [] for name in commands}
        for turn in range(runs + 1):
            for name, command in commands.items():
                seconds = cpu(command)
                if turn:  # the first turn warms the disk
                    taken[name].append(seconds)
        print(f"{os.path.basename(file)}, {os.path.getsize(file) // 1024} KB")
        for name, seconds in taken.items():
            ratios = [each / base for each, base in zip(seconds, taken["pdftotext"])]
            line = f"  {name:24} CPU s {min(seconds):.3f} / {statistics.median(seconds):.3f} / {max(seconds):.3f}"
            if name != "pdftotext":
                line += f"   times pdftotext {min(ratios):.2f} / {statistics.median(ratios):.2f} / {max(ratios):.2f}"
            print(line)
