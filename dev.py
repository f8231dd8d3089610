"""The project's commands: python3 dev.py run | test | check | setup (see house/).

Every Python there is can read this file, so that one too old can say so.
"""

import os
import subprocess
import sys

OLDEST = (3, 11)


def newer_python():
    # type: () -> str
    """The name of a Python on PATH that is new enough and starts, or an empty text."""
    for minor in range(20, OLDEST[1] - 1, -1):
        name = "python3.%d" % minor
        if not any(
            os.access(os.path.join(folder, name), os.X_OK)
            for folder in os.environ.get("PATH", "").split(os.pathsep)
        ):
            continue
        with open(os.devnull, "w") as nothing:
            if subprocess.call([name, "-c", ""], stdout=nothing, stderr=nothing) == 0:
                return name
    return ""


def refusal():
    # type: () -> str
    """Why this Python cannot go on, as one sentence; an empty text if it can."""
    if os.name != "posix":
        return "factlog's commands run on Linux and macOS; on Windows, run them inside WSL."
    if sys.version_info >= OLDEST:
        return ""
    newer = newer_python()
    return "factlog needs Python %d.%d or newer and this is Python %d.%d; %s." % (
        OLDEST[0],
        OLDEST[1],
        sys.version_info[0],
        sys.version_info[1],
        "run: %s dev.py %s" % (newer, " ".join(sys.argv[1:]) or "run")
        if newer
        else "install a newer one, then run this again with it",
    )


if __name__ == "__main__":
    said = refusal()
    if said:
        sys.exit(said)
    from house.command import main

    sys.exit(main(sys.argv[1:]))
