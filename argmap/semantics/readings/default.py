"""The default reading: a claim that is supported stands as long as one of its supports holds and no attack does.

With out < undecided < in, and NOT that swaps in and out:

- a relation has the value min over its premises, and over NOT u for each undercut u of it;
- a claim c has the value min( in if c is assumed, else the max over its supports, out if there is none;
  NOT a for each attack a on c ).

So a claim with two reasons survives the loss of one, a refuted objection does no harm, an attacked premise takes its
linked step with it, and an undercut stops the step and leaves both ends alone. A claim that is not assumed and that
no chain of supports reaches from assumed claims is out: support in a circle does not lift itself.

In the framework, a claim c that is not assumed is attacked by an argument `lack(c)`, which each support of c attacks.
Roots: evidence-based support with recursive attacks (Cayrol, Fandinno, Farinas del Cerro & Lagasquie-Schiex 2018),
Carneades (Gordon & Walton 2006), meta-argumentation (Boella, Gabbay, van der Torre & Villata 2009).
"""

from collections.abc import Mapping

from argmap.core.foundation import assumed_claims, founded_claims, supports
from argmap.core.graph import MapGraph
from argmap.semantics.readings.base import Translation
from argmap.semantics.readings.translator import Translator


def translate(graph: MapGraph, forced: Mapping[str, bool]) -> Translation:
    """Return the framework of a map under the default reading."""
    translator = Translator(graph)
    assumed, founded = assumed_claims(graph), founded_claims(graph)
    lacks = {}
    for claim in graph.map.claims:
        if claim.id not in assumed:
            lacks[claim.id] = translator.fresh()
            translator.attack(lacks[claim.id], translator.claim(claim.id))
    for item in supports(graph):
        if item.target in lacks and item.target in founded:
            translator.attack(translator.relation(item.id)[0], lacks[item.target])
    return translator.done(forced)
