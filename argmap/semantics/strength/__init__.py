"""How strong a claim comes out of a debate: the roll of the gradual semantics. A new one is one file, one line here."""

from argmap.core.registry import Registry
from argmap.semantics.strength.base import Strength
from argmap.semantics.strength.df_quad import DfQuad
from argmap.semantics.strength.euler import Euler
from argmap.semantics.strength.h_categoriser import HCategoriser
from argmap.semantics.strength.mlp import Mlp
from argmap.semantics.strength.quadratic_energy import QuadraticEnergy

__all__ = ["STRENGTH", "Strength"]

STRENGTH: Registry[Strength] = Registry(
    "semantics of strength",
    [DfQuad(), QuadraticEnergy(), Euler(), Mlp(), HCategoriser()],
    name=lambda item: item.name,
)
