#!/bin/sh
# Makes the packaged contradiction model. Usage: training/train_nli.sh SHARED LING SEMI MULTINLI QUESTIONS [OUT], with
# data/nli, data/news and models/nli-first in SHARED, and clones of the four repositories that make_public_pairs.py
# names in the others. One thread, so that the same machine gives the same weights; about eleven hours on one core.
set -eu
shared=$1
ling=$2
semi=$3
multinli=$4
questions=$5
out=${6:-out/nli}
here=$(dirname "$0")
python=${PYTHON:-python}
export OMP_NUM_THREADS=1 PYTHONHASHSEED=0 TOKENIZERS_PARALLELISM=false
public=$shared/data/nli/train.jsonl.gz

"$python" "$here/make_news_pairs.py" "$out/pairs" --news "$shared/data/news" --nli "$public"
"$python" "$here/make_public_pairs.py" "$out/pairs/more.jsonl.gz" --ling-in-loop "$ling" --semi-automatic "$semi" \
    --multinli "$multinli" --questions "$questions" --tests "$shared/data/nli/test"
"$python" "$here/make_conjunction_pairs.py" "$out/pairs/joined.jsonl.gz" --pairs "$public" \
    --pairs "$out/pairs/more.jsonl.gz" --tests "$shared/data/nli/test"

# Public pairs nearest to news, with labels balanced, from weights that have seen all of them.
"$python" "$here/train_nli.py" "$out/public" --start "$shared/models/nli-first" --pairs "$public" --share 0 \
    --longest-words 45 --rate 6e-5 --last-rate 5e-5 --warm-up 100 \
    --only f_mnli=10500 --only wanli_part=6000 --only f_snli=7500 --only snli_part=6000 --only cad_snli=3000 \
    --only te_new_base=3000 --only te_new_edit_premise=3000 --only te_new_edit_other=3000 \
    --only te_new_contrast=2000 --only conjnli_adv=2400

# News pairs and edits, with some of the public pairs so that they are not forgotten; the rate goes down to nothing.
"$python" "$here/train_nli.py" "$out/news" --start "$out/public" --share 0 --longest-words 60 \
    --pairs "$public" --pairs "$out/pairs/news.jsonl.gz" --pairs "$out/pairs/edits.jsonl.gz" \
    --rate 5e-5 --last-rate 0 --warm-up 50 \
    --only hard_neutral=7000 --only claim_neutral=4000 --only claim_rival=3000 --only other_event=1500 \
    --only paraphrase=2500 --only claim_of=3000 --only bound=800 --only changed_claim=3000 \
    --only changed_figure=1600 --only changed_day=1600 --only changed_place=1600 --only changed_number=1200 \
    --only changed_time=600 --only changed_name=800 --only changed_antonym=1600 \
    --only edit_figure=400 --only edit_time=100 --only edit_antonym=1400 --only edit_day=500 \
    --only edit_number_word=1200 --only edit_country=500 --only edit_people=700 --only edit_thing=1500 \
    --only negated=4500 --only f_mnli=5000 --only wanli_part=2000 --only te_new_base=1500 \
    --only te_new_edit_premise=1200 --only te_new_edit_other=1200 --only te_new_contrast=800 --only f_snli=2400 \
    --only snli_part=2400 --only cad_snli=1200 --only conjnli_adv=1500 --only fever_dev_sr=800

# Both again, mostly public pairs and twice as many; its mean with what it began at does better on either than it alone.
"$python" "$here/train_nli.py" "$out/both" --start "$out/news" --share 0 --longest-words 70 --seed 3 \
    --pairs "$public" --pairs "$out/pairs/news.jsonl.gz" --pairs "$out/pairs/edits.jsonl.gz" \
    --rate 6e-5 --last-rate 0 --warm-up 100 \
    --only f_mnli=13500 --only wanli_part=13500 --only te_new_base=6400 --only te_new_edit_premise=6000 \
    --only te_new_edit_other=5600 --only te_new_contrast=5000 --only conjnli_adv=7200 --only fever_dev_sr=10000 \
    --only f_snli=6000 --only snli_part=6000 --only cad_snli=4000 --only wikifactcheck_neg=1000 \
    --only hard_neutral=3000 --only claim_neutral=1500 --only claim_rival=800 --only other_event=500 \
    --only paraphrase=600 --only claim_of=800 --only changed_figure=500 --only changed_day=400 \
    --only changed_place=500 --only changed_number=500 --only changed_time=200 --only changed_name=300 \
    --only changed_antonym=600 --only changed_claim=800 --only edit_antonym=400 --only edit_number_word=300 \
    --only edit_thing=400 --only negated=1500
"$python" "$here/average_nli.py" "$out/model" "$out/news:.4" "$out/both:.6"

# Three times as many again from that mean, public pairs near to news repeated, with the word embeddings trained too.
"$python" "$here/train_nli.py" "$out/last" --start "$out/model" --share 0 --longest-words 70 --seed 11 --embeddings \
    --pairs "$public" --pairs "$out/pairs/news.jsonl.gz" --pairs "$out/pairs/edits.jsonl.gz" \
    --rate 8e-5 --last-rate 0 --warm-up 300 \
    --only f_mnli=40000 --only wanli_part=24000 --only te_new_base=19000 --only te_new_edit_premise=13000 \
    --only te_new_edit_other=12000 --only te_new_contrast=10000 --only conjnli_adv=12000 --only fever_dev_sr=18000 \
    --only f_snli=9000 --only snli_part=10000 --only cad_snli=8000 --only wikifactcheck_neg=1500 \
    --only hard_neutral=5000 --only claim_neutral=2500 --only claim_rival=1500 --only other_event=1000 \
    --only paraphrase=1500 --only claim_of=1500 --only changed_figure=700 --only changed_day=500 \
    --only changed_place=700 --only changed_number=700 --only changed_time=300 --only changed_name=500 \
    --only changed_antonym=900 --only changed_claim=1200 --only edit_antonym=700 --only edit_number_word=600 \
    --only edit_thing=900 --only edit_country=300 --only edit_people=400 --only edit_day=300 --only negated=4000

# Once more from there, half of it pairs of two public collections that came later, the news pairs made anew.
"$python" "$here/train_nli.py" "$out/more" --start "$out/last" --share 0 --longest-words 60 --seed 12 --embeddings \
    --pairs "$public" --pairs "$out/pairs/more.jsonl.gz" --pairs "$out/pairs/news.jsonl.gz" \
    --pairs "$out/pairs/edits.jsonl.gz" --rate 9e-5 --last-rate 0 --warm-up 300 \
    --only ling=82000 --only semi_base_wiki=8000 --only semi_sim_wiki=12000 --only semi_translate_wiki=14000 \
    --only f_mnli=25000 --only wanli_part=17000 --only te_new_base=11000 --only te_new_edit_premise=8000 \
    --only te_new_edit_other=7500 --only te_new_contrast=7000 --only conjnli_adv=9000 --only fever_dev_sr=13000 \
    --only f_snli=5000 --only snli_part=5000 --only cad_snli=5000 --only wikifactcheck_neg=1000 \
    --only hard_neutral=4500 --only claim_neutral=2500 --only claim_rival=2500 --only other_event=1000 \
    --only paraphrase=1300 --only claim_of=1500 --only changed_figure=700 --only changed_day=500 \
    --only changed_place=600 --only changed_number=600 --only changed_time=300 --only changed_name=500 \
    --only changed_antonym=700 --only changed_claim=1000 --only edit_antonym=500 --only edit_number_word=400 \
    --only edit_thing=600 --only edit_country=250 --only edit_people=300 --only edit_day=250 --only negated=3000

"$python" "$here/average_nli.py" "$out/mean" "$out/last:.25" "$out/more:.75"

# A shorter one from that mean, with pairs of MultiNLI's training set and pairs that turn on an "and" or an "or".
"$python" "$here/train_nli.py" "$out/short" --start "$out/mean" --share 0 --longest-words 60 --seed 13 --embeddings \
    --pairs "$public" --pairs "$out/pairs/more.jsonl.gz" --pairs "$out/pairs/joined.jsonl.gz" \
    --pairs "$out/pairs/news.jsonl.gz" --pairs "$out/pairs/edits.jsonl.gz" --rate 7e-5 --last-rate 0 --warm-up 200 \
    --only mnli_train=29700 --only f_mnli=13500 --only ling=5000 --only wanli_part=4500 \
    --only joined_and=2400 --only joined_or=4800 --only conjnli_adv=4500 \
    --only te_new_base=3000 --only te_new_edit_premise=2400 --only te_new_edit_other=2400 --only te_new_contrast=2000 \
    --only semi_sim_wiki=1500 --only semi_translate_wiki=1500 --only fever_dev_sr=3400 \
    --only f_snli=900 --only snli_part=900 --only cad_snli=1200 \
    --only hard_neutral=1800 --only claim_neutral=900 --only claim_rival=900 --only other_event=400 \
    --only paraphrase=400 --only claim_of=500 --only changed_figure=250 --only changed_day=150 \
    --only changed_place=200 --only changed_number=200 --only changed_time=100 --only changed_name=150 \
    --only changed_antonym=250 --only changed_claim=300 --only edit_antonym=150 --only edit_number_word=150 \
    --only edit_thing=200 --only edit_country=100 --only edit_people=100 --only edit_day=100 --only negated=1000

# A longer one from the same mean, with FEVER's and Wikipedia's pairs at their old share besides. What is packaged is the
# mean of both with what they began at; of the shorter one a trace.
"$python" "$here/train_nli.py" "$out/long" --start "$out/mean" --share 0 --longest-words 60 --seed 15 --embeddings \
    --pairs "$public" --pairs "$out/pairs/more.jsonl.gz" --pairs "$out/pairs/joined.jsonl.gz" \
    --pairs "$out/pairs/news.jsonl.gz" --pairs "$out/pairs/edits.jsonl.gz" --rate 8e-5 --last-rate 0 --warm-up 300 \
    --only mnli_train=42000 --only f_mnli=18000 --only ling=24000 --only wanli_part=12000 \
    --only joined_and=1500 --only joined_or=3000 --only conjnli_adv=9000 \
    --only te_new_base=9000 --only te_new_edit_premise=7000 --only te_new_edit_other=7000 --only te_new_contrast=6000 \
    --only semi_sim_wiki=4000 --only semi_translate_wiki=4000 --only fever_dev_sr=15000 --only wikifactcheck_neg=1000 \
    --only f_snli=3000 --only snli_part=3000 --only cad_snli=3000 \
    --only hard_neutral=3500 --only claim_neutral=1800 --only claim_rival=1800 --only other_event=700 \
    --only paraphrase=900 --only claim_of=1000 --only changed_figure=500 --only changed_day=350 \
    --only changed_place=450 --only changed_number=450 --only changed_time=200 --only changed_name=350 \
    --only changed_antonym=500 --only changed_claim=700 --only edit_antonym=350 --only edit_number_word=300 \
    --only edit_thing=400 --only edit_country=200 --only edit_people=200 --only edit_day=200 --only negated=2000
"$python" "$here/average_nli.py" "$out/means" "$out/mean:.34" "$out/long:.66"
"$python" "$here/average_nli.py" "$out/final" "$out/both-means:.98" "$out/short:.02"

"$python" "$here/package_nli.py" "$out/final" --news "$out/pairs/held_out.jsonl.gz"
"$python" "$here/evaluate_nli.py" "$out/final" --tests "$shared/data/nli/test" --news "$out/pairs/held_out.jsonl.gz" --int8
