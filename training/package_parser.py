"""A trained pipeline becomes the folder that ships, with its licence and its hash.

    python training/package_parser.py out/parser/model/model-best

Nothing of the machine that trained it goes along: paths leave the configuration, scores the meta data.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

import spacy

from discrepancy.parse import FOLDER, HASH_FILE, PACKAGED, folder_hash

VERSION = "1.0.0"
NOTICE = """\
The weights in this folder were trained on the English Web Treebank of Universal Dependencies
(https://github.com/UniversalDependencies/UD_English-EWT), annotations (c) 2013-2020 by The Board of Trustees of The
Leland Stanford Junior University, made by Natalia Silveira, Timothy Dozat, Sebastian Schuster, Miriam Connor,
Marie-Catherine de Marneffe, Nathan Schneider, Ethan Chi, Samuel Bowman, Hanzhi Zhu, Daniel Galbraith, Christopher
Manning and John Bauer, licensed under the Creative Commons Attribution-ShareAlike 4.0 International License
(https://creativecommons.org/licenses/by-sa/4.0/). Changes: words were regrouped to spaCy's tokens, and copies of
sentences without commas and apostrophes, and in the manner of headlines, were added before training.

The weights are given under the same license, CC BY-SA 4.0. The program around them is under the Apache License 2.0.
"""


def package(trained: Path, folder: Path = FOLDER) -> str:
    """Writes `folder` and the hash beside it; gives the hash."""
    nlp = spacy.load(trained)
    nlp.config["paths"] = {}
    nlp.config["training"] = {"seed": nlp.config["training"]["seed"]}
    nlp.config["corpora"] = {}
    nlp.config["initialize"] = {}
    nlp.meta.update(
        name=PACKAGED.removeprefix("discrepancy-en-"),
        version=VERSION,
        description="Tags, lemmas and Universal Dependencies of English sentences",
        author="the discrepancy project",
        license="CC BY-SA 4.0",
        spacy_version=">=3.8,<3.9",
        sources=[
            {
                "name": "UD English EWT",
                "url": "https://github.com/UniversalDependencies/UD_English-EWT",
                "license": "CC BY-SA 4.0",
            }
        ],
    )
    nlp.meta["performance"] = {}
    if folder.exists():
        shutil.rmtree(folder)
    nlp.to_disk(folder)
    (folder / "NOTICE").write_text(NOTICE, "utf-8")
    digest = folder_hash(folder)
    HASH_FILE.write_text(digest + "\n", "ascii")
    return digest


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("trained", type=Path)
    digest = package(parser.parse_args().trained)
    size = sum(path.stat().st_size for path in FOLDER.rglob("*") if path.is_file())
    print(f"{FOLDER}: {size / 1e6:.1f} MB, {digest}")


if __name__ == "__main__":
    main()
