"""The grounded labelling, in time linear in the size of the framework."""

from argmap.frameworks.framework import Framework

UNDECIDED, IN, OUT = 0, 1, 2
"""Labels of arguments as the engine has them: small numbers in one byte array."""


def grounded_labels(framework: Framework) -> bytearray:
    """Label each argument by the least fixpoint (Dung 1995; as labels, Modgil & Caminada 2009).

    An argument is in as soon as all its attackers are out, and out as soon as one of them is in; what is left is
    undecided. Each attack is looked at a bounded number of times.

    Returns:
        One of `IN`, `OUT`, `UNDECIDED` for each argument.
    """
    targets = framework.targets
    labels = bytearray(framework.size)
    open_attackers = [len(items) for items in framework.attackers]
    waiting = [argument for argument, number in enumerate(open_attackers) if number == 0]
    for argument in waiting:
        labels[argument] = IN
    while waiting:
        for target in targets[waiting.pop()]:
            if labels[target]:
                continue
            labels[target] = OUT
            for defended in targets[target]:
                open_attackers[defended] -= 1
                if open_attackers[defended] == 0 and not labels[defended]:
                    labels[defended] = IN
                    waiting.append(defended)
    return labels
