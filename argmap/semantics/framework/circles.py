"""Circles of attacks: whether one of them is odd, which is where semantics begin to differ."""

from argmap.frameworks.framework import Framework


def has_odd_circle(framework: Framework) -> bool:
    """Whether some argument attacks itself along a path of odd length; linear in the framework, without recursion.

    A strongly connected part has an odd circle if and only if it cannot be coloured with two colours so that attacks
    lead from one colour to the other.
    """
    part = _strong_parts(framework)
    colours = bytearray(framework.size)
    for first in range(framework.size):
        if colours[first]:
            continue
        colours[first] = 1
        waiting = [first]
        while waiting:
            argument = waiting.pop()
            other_colour = 3 - colours[argument]
            for target in framework.targets[argument]:
                if part[target] == part[argument]:
                    if not colours[target]:
                        colours[target] = other_colour
                        waiting.append(target)
                    elif colours[target] != other_colour:
                        return True
    return False


def _strong_parts(framework: Framework) -> list[int]:
    """Number the strongly connected parts: for each argument the number of its own (Tarjan 1972)."""
    size, targets = framework.size, framework.targets
    index, low, part = [-1] * size, [0] * size, [-1] * size
    stack: list[int] = []
    seen = parts = 0
    for start in range(size):
        if index[start] >= 0:
            continue
        path = [(start, iter(targets[start]))]
        index[start] = low[start] = seen
        seen += 1
        stack.append(start)
        while path:
            argument, rest = path[-1]
            for target in rest:
                if index[target] < 0:
                    index[target] = low[target] = seen
                    seen += 1
                    stack.append(target)
                    path.append((target, iter(targets[target])))
                    break
                if part[target] < 0:
                    low[argument] = min(low[argument], index[target])
            else:
                path.pop()
                if path:
                    low[path[-1][0]] = min(low[path[-1][0]], low[argument])
                if low[argument] == index[argument]:
                    while True:
                        member = stack.pop()
                        part[member] = parts
                        if member == argument:
                            break
                    parts += 1
    return part
