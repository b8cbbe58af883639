"""Shows where several articles about the same events disagree.

The public API is what `__init__.pyi` lists; each part is imported when it is first used.
"""

import lazy_loader

__version__ = "0.1.0"

__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)
