#!/bin/sh
# Makes the packaged parser. Usage: training/train_parser.sh DATA [OUT], with the folder of en_ewt-ud-*.conllu.gz.
# One thread and a fixed seed: the same data, versions and kind of processor give the same weights.
set -eu
data=$1
out=${2:-out/parser}
here=$(dirname "$0")
python=${PYTHON:-python}
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 MKL_NUM_THREADS=1 PYTHONHASHSEED=0
"$python" "$here/prepare_ud.py" "$data" "$out"
"$python" -m spacy train "$here/parser.cfg" --code "$here/numpy_blas.py" --output "$out/model" \
    --paths.train "$out/train.spacy" --paths.dev "$out/dev.spacy"
"$python" "$here/package_parser.py" "$out/model/model-best"
"$python" "$here/evaluate_parser.py" "$out"
