"""Writes a framework in each of the formats, plainly, for the tests to read again."""


def i23(names, attacks):
    number = {name: place for place, name in enumerate(names, 1)}
    return "\n".join([f"p af {len(names)}", *(f"{number[a]} {number[b]}" for a, b in attacks)]) + "\n"


def apx(names, attacks):
    return "".join([*(f"arg({name}).\n" for name in names), *(f"att({a},{b}).\n" for a, b in attacks)])


def tgf(names, attacks):
    return "\n".join([*names, "#", *(f"{a} {b}" for a, b in attacks)]) + "\n"


WRITERS = {"i23": i23, "apx": apx, "tgf": tgf}
