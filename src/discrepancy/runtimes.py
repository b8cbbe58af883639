"""What runs the two transformers: ONNX Runtime in int8, or torch in float32 or bfloat16. None is imported here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from discrepancy import weights
from discrepancy.weights import Weights

if TYPE_CHECKING:
    from discrepancy.embed import Encoder
    from discrepancy.nli import Classifier

ONNX = ("onnxruntime", "tokenizers")
TORCH = ("sentence-transformers", "transformers", "torch")


@dataclass(frozen=True, slots=True)
class Runtime:
    """A number format on a kind of device."""

    number_format: str
    device: str

    @property
    def stamp(self) -> str:
        """What a row depends on besides the model and its input."""
        libraries = ONNX if self.number_format == weights.INT8 else TORCH
        return f"{self.number_format}/{self.device}/{weights.versions(*libraries)}"

    def encoder(self, found: Weights) -> Encoder:
        """Opens an embedding model.

        Raises:
            ModelError: when its weights are other ones or cannot be loaded.
        """
        found.check()
        if self.number_format == weights.INT8:
            from discrepancy import quantized

            return quantized.open_encoder(found.folder)
        from discrepancy import transformer

        return transformer.open_encoder(found.folder, self.number_format, self.device)

    def classifier(self, found: Weights) -> Classifier:
        """Opens a cross-encoder.

        Raises:
            ModelError: when its weights are other ones or cannot be loaded.
        """
        found.check()
        if self.number_format == weights.INT8:
            from discrepancy import quantized

            return quantized.open_classifier(found.folder)
        from discrepancy import transformer

        return transformer.open_classifier(found.folder, self.number_format, self.device)


def choose(number_format: str | None, *, packaged: bool) -> Runtime:
    """The runtime for a model that comes with the package, or for one of the reader's own.

    Raises:
        SettingsError: when `number_format` is no format.
    """
    device = weights.device()
    chosen = weights.number_format(number_format, packaged=packaged)
    return Runtime(chosen, "cpu" if chosen == weights.INT8 else device)
