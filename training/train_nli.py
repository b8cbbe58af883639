"""Trains the three-way contradiction model: a cross-encoder that tells entailment, neutral and contradiction.

    python training/train_nli.py OUT --pairs general.jsonl.gz --pairs news.jsonl.gz --start FOLDER

Pairs are lines of JSON with `premise`, `hypothesis`, `label` (e, n or c) and `source`. Within a source every label is
drawn equally often, since a skew in the labels of a source is what a small model learns first of it; a label that is
rare is repeated up to `REPEATS` times, and no source gives more than its share (`--share`). The same arguments, data
and machine give the same weights: order, draws and dropout come from the seed. A run that was stopped goes on from its
last checkpoint in OUT, which is written every `--every` steps, in safetensors like the model itself.

The method is that of Reimers and Gurevych's cross-encoders (https://www.sbert.net/examples/cross_encoder/training/nli):
both texts in one sequence, a linear layer over the pooled first token, cross-entropy with label smoothing. AdamW with
linear warm-up and linear decay; word embeddings are left as they are unless `--embeddings` is given, which saves a
fifth of the time on a processor.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file, save_file
from transformers import AutoConfig, AutoModelForSequenceClassification, AutoTokenizer

LABELS = ("entailment", "neutral", "contradiction")
LETTERS = {"e": 0, "n": 1, "c": 2}
REPEATS = 3
BUCKET = 64
"""Batches that are sorted by length together, so that little is spent on padding."""


@dataclass(frozen=True, slots=True)
class Pair:
    premise: str
    hypothesis: str
    label: int
    source: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What the weights depend on besides the pairs and the start."""

    epochs: int
    batch: int
    longest: int
    rate: float
    last_rate: float
    warm_up: int
    smoothing: float
    decay: float
    seed: int
    embeddings: bool
    bfloat16: bool


def read_pairs(path: Path, longest_words: int) -> list[Pair]:
    """The pairs of a file that are no longer than `longest_words` words, both texts together."""
    pairs = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if (
                row["label"] in LETTERS
                and len(row["premise"].split()) + len(row["hypothesis"].split()) <= longest_words
            ):
                pairs.append(Pair(row["premise"], row["hypothesis"], LETTERS[row["label"]], row["source"]))
    return pairs


def draw(pairs: Sequence[Pair], shares: dict[str, int], share: int, rng: random.Random) -> list[Pair]:
    """One epoch: of each source as many of each of its labels, at most `share` pairs in all."""
    cells: dict[str, dict[int, list[Pair]]] = defaultdict(lambda: defaultdict(list))
    for pair in pairs:
        cells[pair.source][pair.label].append(pair)
    drawn = []
    for source in sorted(cells):
        by_label = cells[source]
        wanted = shares.get(source, share) // len(by_label)
        for label in sorted(by_label):
            some = by_label[label]
            rounds = [rng.sample(some, len(some)) for _ in range(min(REPEATS, -(-wanted // len(some))))]
            drawn += [pair for once in rounds for pair in once][:wanted]
    rng.shuffle(drawn)
    return drawn


def batches(rows: Sequence[tuple[list[int], list[int], int]], size: int, rng: random.Random) -> list[list[int]]:
    """Places of the rows in batches of nearly one length, in an order that says nothing of the length."""
    order = list(range(len(rows)))
    rng.shuffle(order)
    made = []
    for start in range(0, len(order), size * BUCKET):
        bucket = sorted(order[start : start + size * BUCKET], key=lambda place: len(rows[place][0]))
        made += [bucket[at : at + size] for at in range(0, len(bucket), size)]
    rng.shuffle(made)
    return made


def collate(rows: Sequence[tuple[list[int], list[int], int]], pad: int, device: str) -> tuple[dict[str, Any], Any]:
    length = -(-max(len(row[0]) for row in rows) // 8) * 8
    ids = torch.full((len(rows), length), pad)
    types = torch.zeros((len(rows), length), dtype=torch.long)
    mask = torch.zeros((len(rows), length), dtype=torch.long)
    for at, (pieces, kinds, _) in enumerate(rows):
        ids[at, : len(pieces)] = torch.tensor(pieces)
        types[at, : len(kinds)] = torch.tensor(kinds)
        mask[at, : len(pieces)] = 1
    inputs = {"input_ids": ids.to(device), "token_type_ids": types.to(device), "attention_mask": mask.to(device)}
    return inputs, torch.tensor([row[2] for row in rows]).to(device)


def rate_at(step: int, steps: int, plan: Plan) -> float:
    """Linear warm-up to `rate`, then linear to `last_rate` at the last step."""
    if step < plan.warm_up:
        return plan.rate * (step + 1) / plan.warm_up
    done = (step - plan.warm_up) / max(1, steps - plan.warm_up)
    return plan.rate + (plan.last_rate - plan.rate) * done


def fingerprint(plan: Plan, pairs: Sequence[Pair], start: Path) -> str:
    """Of all that a checkpoint depends on: one of another run is not gone on from."""
    total = hashlib.sha256(json.dumps(asdict(plan), sort_keys=True).encode())
    for pair in pairs:
        total.update(f"{pair.premise}\0{pair.hypothesis}\0{pair.label}\0{pair.source}\n".encode())
    total.update((start / "model.safetensors").read_bytes())
    return total.hexdigest()


class Checkpoint:
    """Weights, optimizer and step of a run, as one safetensors file that replaces the one before."""

    def __init__(self, folder: Path, identity: str) -> None:
        self.path = folder / "checkpoint.safetensors"
        self.identity = identity

    def save(self, step: int, model: Any, optimizer: Any) -> None:
        state = optimizer.state_dict()["state"]
        tensors = {f"model.{name}": value.contiguous() for name, value in model.state_dict().items()}
        tensors |= {
            f"optimizer.{key}.{name}": value.contiguous() for key, row in state.items() for name, value in row.items()
        }
        kept = self.path.with_suffix(".part")
        save_file(tensors, kept, {"step": str(step), "identity": self.identity})
        kept.replace(self.path)

    def load(self, model: Any, optimizer: Any, device: str) -> int:
        """The step to go on with; 0 when there is no checkpoint of this run."""
        if not self.path.exists():
            return 0
        from safetensors import safe_open

        with safe_open(self.path, "pt") as file:
            about = file.metadata()
        if about["identity"] != self.identity:
            raise SystemExit(f"{self.path}: a checkpoint of another run; remove it or choose another folder")
        tensors = load_file(self.path, device)
        model.load_state_dict({name[6:]: value for name, value in tensors.items() if name.startswith("model.")})
        state: dict[int, dict[str, Any]] = defaultdict(dict)
        for name, value in tensors.items():
            if name.startswith("optimizer."):
                _, key, field = name.split(".", 2)
                state[int(key)][field] = value.cpu() if field == "step" else value
        optimizer.load_state_dict({"state": dict(state), "param_groups": optimizer.state_dict()["param_groups"]})
        return int(about["step"])


def optimizer_for(model: Any, plan: Plan) -> Any:
    if not plan.embeddings:
        model.get_input_embeddings().weight.requires_grad = False
    named = [(name, weight) for name, weight in model.named_parameters() if weight.requires_grad]
    groups = [
        {"params": [weight for _, weight in named if weight.ndim > 1], "weight_decay": plan.decay},
        {"params": [weight for _, weight in named if weight.ndim == 1], "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(groups, lr=plan.rate, fused=True)


def load_start(start: Path) -> tuple[Any, Any]:
    config = AutoConfig.from_pretrained(start)
    config.id2label = dict(enumerate(LABELS))
    config.label2id = {label: place for place, label in enumerate(LABELS)}
    config.num_labels = len(LABELS)
    model = AutoModelForSequenceClassification.from_pretrained(start, config=config, dtype=torch.float32)
    return model, AutoTokenizer.from_pretrained(start)


def encoded(pairs: Sequence[Pair], tokenizer: Any, longest: int) -> list[tuple[list[int], list[int], int]]:
    texts = tokenizer([p.premise for p in pairs], [p.hypothesis for p in pairs], truncation=True, max_length=longest)
    return [
        (ids, kinds, pair.label)
        for ids, kinds, pair in zip(texts["input_ids"], texts["token_type_ids"], pairs, strict=True)
    ]


def epochs(
    pairs: Sequence[Pair], plan: Plan, tokenizer: Any, shares: dict[str, int], share: int
) -> Iterator[list[list[tuple[list[int], list[int], int]]]]:
    for epoch in range(plan.epochs):
        rng = random.Random(f"{plan.seed} {epoch}")
        rows = encoded(draw(pairs, shares, share, rng), tokenizer, plan.longest)
        yield [[rows[place] for place in batch] for batch in batches(rows, plan.batch, rng)]


def train(
    pairs: Sequence[Pair],
    plan: Plan,
    start: Path,
    out: Path,
    every: int,
    shares: dict[str, int],
    share: int,
) -> None:
    out.mkdir(parents=True, exist_ok=True)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.manual_seed(plan.seed)
    model, tokenizer = load_start(start)
    model.to(device).train()
    optimizer = optimizer_for(model, plan)
    loss_of = torch.nn.CrossEntropyLoss(label_smoothing=plan.smoothing)
    checkpoint = Checkpoint(out, fingerprint(plan, pairs, start))
    done = checkpoint.load(model, optimizer, device)
    order = [batch for epoch in epochs(pairs, plan, tokenizer, shares, share) for batch in epoch]
    print(f"{len(order)} steps from step {done}, {Counter(row[2] for batch in order for row in batch)}", flush=True)
    began, seen, running = time.monotonic(), 0, 0.0
    for step in range(done, len(order)):
        # Dropout of a step depends on the step alone, so that a run that was stopped goes on as if it was not.
        torch.manual_seed(plan.seed * 1_000_003 + step)
        for group in optimizer.param_groups:
            group["lr"] = rate_at(step, len(order), plan)
        inputs, labels = collate(order[step], tokenizer.pad_token_id, device)
        with torch.autocast(device, torch.bfloat16, enabled=plan.bfloat16):
            loss = loss_of(model(**inputs).logits.float(), labels)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        seen += len(labels)
        running += (float(loss.detach()) - running) / min(step - done + 1, 200)
        if (step + 1) % 100 == 0:
            pace = seen / (time.monotonic() - began)
            print(f"step {step + 1}/{len(order)} loss {running:.4f} {pace:.0f} pairs/s", flush=True)
        if (step + 1) % every == 0:
            checkpoint.save(step + 1, model, optimizer)
    model.eval().to(torch.float16).save_pretrained(out)
    tokenizer.save_pretrained(out)
    checkpoint.path.unlink(missing_ok=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("out", type=Path)
    parser.add_argument("--pairs", type=Path, action="append", required=True, help="a file of pairs; may be repeated")
    parser.add_argument("--start", type=Path, help="folder of the weights to begin with (default: all-MiniLM-L6-v2)")
    parser.add_argument("--share", type=int, default=9_000, help="most pairs of one source in an epoch")
    parser.add_argument("--only", action="append", default=[], metavar="SOURCE=N", help="another share for one source")
    parser.add_argument("--longest-words", type=int, default=90)
    parser.add_argument("--epochs", type=int, default=1)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--longest", type=int, default=128)
    parser.add_argument("--rate", type=float, default=6e-5)
    parser.add_argument("--last-rate", type=float, default=0.0)
    parser.add_argument("--warm-up", type=int, default=200)
    parser.add_argument("--smoothing", type=float, default=0.05)
    parser.add_argument("--decay", type=float, default=0.01)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--every", type=int, default=500, help="steps between two checkpoints")
    parser.add_argument("--embeddings", action="store_true", help="train the word embeddings too")
    parser.add_argument("--bfloat16", action="store_true", help="for processors and cards that have it")
    given = parser.parse_args()
    pairs = [pair for path in given.pairs for pair in read_pairs(path, given.longest_words)]
    plan = Plan(
        given.epochs,
        given.batch,
        given.longest,
        given.rate,
        given.last_rate,
        given.warm_up,
        given.smoothing,
        given.decay,
        given.seed,
        given.embeddings,
        given.bfloat16,
    )
    start = given.start or packaged()
    shares = {source: int(number) for source, number in (item.split("=") for item in given.only)}
    train(pairs, plan, start, given.out, given.every, shares, given.share)
    return 0


def packaged() -> Path:
    from discrepancy import weights

    found = weights.packaged()
    found.check()
    return found.folder


if __name__ == "__main__":
    sys.exit(main())
