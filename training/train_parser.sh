#!/bin/sh
# Trains the packaged parser. Usage: training/train_parser.sh ../shared/data/ud-ewt [build/parser]
# One thread and a fixed seed: the same data, versions and processor give the same weights.
set -eu
data=$1
out=${2:-build/parser}
here=$(dirname "$0")
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 MKL_NUM_THREADS=1 PYTHONHASHSEED=0
python "$here/prepare_ud.py" "$data" "$out"
python -m spacy train "$here/parser.cfg" --output "$out/model" \
    --paths.train "$out/train.spacy" --paths.dev "$out/dev.spacy"
python "$here/evaluate_parser.py" "$out/model/model-best" "$out"
