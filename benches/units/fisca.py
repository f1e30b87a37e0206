"""A contestant: the model as variables of openfisca-core, by month and by year, over all villages at once.

Its own floats have 32 bits, which do not hold these sums: the variables are told to use 64.
"""

import sys

import numpy
from model import join, leave, read, serve, split
from openfisca_core.entities import Entity
from openfisca_core.periods import MONTH, YEAR
from openfisca_core.simulations import SimulationBuilder
from openfisca_core.taxbenefitsystems import TaxBenefitSystem
from openfisca_core.variables import Variable

FIRST_YEAR = 2027
Village = Entity("village", "villages", "A village", "")


def month_of(period):
    return (period.start.year - FIRST_YEAR) * 12 + period.start.month - 1


def add(system, name, definition_period, formula):
    parts = {
        "value_type": float,
        "entity": Village,
        "definition_period": definition_period,
        "label": name,
    }
    if formula is not None:
        parts["formula"] = formula
    system.add_variable(type(name, (Variable,), parts)).dtype = numpy.float64


def cell(column):
    return f"cell_{column}"


def add_heads(system, at, heads):
    if heads["kind"] == "counts":

        def counted(village, period):
            latest = sum(start <= month_of(period) for start in heads["from"]) - 1
            return village(cell(heads["columns"][latest]), FIRST_YEAR)

        add(system, f"heads_{at}", MONTH, counted)
        return

    def before(village, period):
        last = period.last_month
        return leave(village(f"heads_{at}", last), village(f"leaving_{at}", last), heads["leave"])

    def leaving(village, period):
        if month_of(period) == 0:
            return village.filled_array(0.0)
        return before(village, period)[1]

    def members(village, period):
        month = month_of(period)
        first = month == 0
        stay = village(cell(heads["members"]), FIRST_YEAR) if first else before(village, period)[0]
        eligible = village(cell(heads["eligible"]), FIRST_YEAR)
        return join(stay, eligible, heads["weights"][month], heads["whole"])

    add(system, f"leaving_{at}", MONTH, leaving)
    add(system, f"heads_{at}", MONTH, members)


def part_of(at, bill, position):
    def formula(village, period):
        amount = village(f"heads_{at}", period) * bill["rupiah"][month_of(period)]
        return split(amount, bill["shares"])[position]

    return formula


def sum_of(names):
    return lambda village, period: sum(village(name, period) for name in names)


def sum_of_months(name):
    def formula(village, period):
        return sum(village(name, month) for month in period.get_subperiods(MONTH))

    return formula


def add_bills(system, at, bills, paid):
    for number, bill in enumerate(bills):
        for position, (fund, _) in enumerate(bill["shares"]):
            name = f"bill_{at}_{number}_{position}"
            add(system, name, MONTH, part_of(at, bill, position))
            paid[fund].append(name)


def system_of(model):
    system = TaxBenefitSystem([Village])
    paid = [[] for _ in range(model["funds"])]
    for column in range(len(model["columns"])):
        add(system, cell(column), YEAR, None)
    for at, segment in enumerate(model["segments"]):
        add_heads(system, at, segment["heads"])
        add_bills(system, at, segment["bills"], paid)
    for fund, names in enumerate(paid):
        add(system, f"paid_{fund}", MONTH, sum_of(names))
        add(system, f"asked_{fund}", YEAR, sum_of_months(f"paid_{fund}"))
    return system


def calculate(system, model, table):
    simulation = SimulationBuilder().build_default_simulation(system, count=table.shape[1])
    for column, numbers in enumerate(table):
        simulation.set_input(cell(column), FIRST_YEAR, numbers)
    asked = []
    for year in range(model["years"]):
        for fund in range(model["funds"]):
            asked.append(simulation.calculate(f"asked_{fund}", FIRST_YEAR + year))
    short = [numpy.zeros(table.shape[1]) for _ in asked]
    for ceiling in model["ceilings"]:
        place = ceiling["year"] * model["funds"] + ceiling["fund"]
        short[place] = numpy.maximum(asked[place] - table[ceiling["column"]], 0)
    return asked, short


if __name__ == "__main__":
    own_model, own_table = read(*sys.argv[1:3])
    own_system = system_of(own_model)
    serve({"openfisca": lambda: calculate(own_system, own_model, own_table)})
