"""The floor: read every YAML file, let libyaml go over it, write as many files of the peers' sizes."""

from pathlib import Path

import yaml

SIZES = {"contacts": 13_600, "events": 23_200}

for kind, size in SIZES.items():
    for path in sorted(Path("data", kind).iterdir()):
        for _ in yaml.parse(path.read_bytes(), yaml.CSafeLoader):
            pass
        target = Path("site", kind, path.stem, "index.html")
        target.parent.mkdir(parents=True)
        target.write_bytes(b"x" * size)
