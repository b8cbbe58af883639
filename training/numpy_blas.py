"""Given to `spacy train --code`: matrix products through NumPy's BLAS.

BLIS, which thinc takes by default, did 20 GFLOPS on one thread of the training machine, NumPy's OpenBLAS 63 to 76.
"""

from thinc.api import NumpyOps, set_current_ops

set_current_ops(NumpyOps(use_blis=False))
