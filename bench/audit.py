"""The pinned dependencies against the database of known faults: `make audit`. Says so where that cannot be asked.

Exit codes: 0 nothing known; 1 a known fault; 2 some or all could not be checked.
"""

import json
import subprocess
import sys
from pathlib import Path

PINS = Path(__file__).parents[1] / "constraints.txt"


def main() -> int:
    command = [sys.executable, "-m", "pip_audit", "--requirement", str(PINS), "--no-deps", "--disable-pip"]
    done = subprocess.run([*command, "--format", "json"], capture_output=True, text=True, check=False)
    try:
        found = json.loads(done.stdout)["dependencies"]
    except ValueError:
        reason = (done.stderr.strip().splitlines() or ["it gave no reason"])[-1]
        sys.stderr.write(f"The database of known faults could not be asked, so nothing was checked: {reason[:200]}\n")
        return 2
    faults = [(one["name"], one["version"], fault["id"]) for one in found for fault in one.get("vulns", ())]
    unknown = [one["name"] for one in found if "skip_reason" in one]
    for name, version, fault in faults:
        sys.stdout.write(f"{name} {version}: {fault}\n")
    sys.stdout.write(f"{len(found) - len(unknown)} of {len(found)} pins checked, {len(faults)} known faults\n")
    if unknown:
        sys.stderr.write("The database of known faults cannot be reached from here for the others. Try again online.\n")
    return 1 if faults else 2 if unknown else 0


if __name__ == "__main__":
    sys.exit(main())
