"""Projects with small numbers for the tests of what must not get out."""
from harness import Project, table

COUNTY, COUNTRY = "40", "0"

# Each shape: the parts of each indicator. The last one ties sexes and ages together in every cell.
SHAPES = {
    "total": {},
    "sex": {"alle": [["jenter", "gutar"]]},
    "sex and age": {"alle": [["jenter", "gutar"], ["unge", "eldre"]]},
    "sex by age": {"alle": [["jenter", "gutar"], ["unge", "eldre"]], "jenter": [["jenter-unge", "jenter-eldre"]],
                   "gutar": [["gutar-unge", "gutar-eldre"]], "unge": [["jenter-unge", "gutar-unge"]],
                   "eldre": [["jenter-eldre", "gutar-eldre"]]},
}


def indicators_of(shape):
    names = ["alle"]
    for whole, ways in SHAPES[shape].items():
        names += [part for way in ways for part in way if part not in names]
    return names


def leaves_of(shape, indicator="alle"):
    """The smallest groups; with two separate ways to divide, the first."""
    ways = SHAPES[shape].get(indicator)
    return [leaf for part in ways[0] for leaf in leaves_of(shape, part)] if ways else [indicator]


def write_indicators(folder, shape, suppress, measure):
    decimals = {"decimals": 2} if measure == "proportion" else {}
    groups = {name: {"groups": {"other": [{part: part for part in way} for way in ways], "exhaustive": True}}
              for name, ways in SHAPES[shape].items()}
    Project(folder).theme("prove", {name: {"name": "Talet på " + name, "measure": measure, **decimals, "suppress": suppress,
                                           **groups.get(name, {})} for name in indicators_of(shape)})


def write_data(folder, shape, measure, cells, vintage="."):
    """cells: {(indicator, region, period): (count, persons)}; a count that is None is suppressed by the source."""
    figure = {"value": "tal"} if measure == "count" else {"numerator": "tal", "denominator": "av"}
    project = Project(folder)
    project.dataset("prove", [{"indicator": name, "region": "kode", "period": {"column": "periode"}, "select": {"gruppe": name},
                               **figure} for name in indicators_of(shape)], published="2024-06-01", boundaries=2024)
    project.write("datasets/prove/%s/tal.csv" % vintage, table(
        ("kode", "periode", "gruppe", "tal", "av"),
        *((region, period, name, ":" if count is None else count, persons)
          for (name, region, period), (count, persons) in sorted(cells.items(), key=lambda cell: cell[0]))))


def write_report(folder, places, shape, **more):
    Project(folder).report("prove", language="nn", region={"id": "proveregion", "name": "Prøveregionen", "municipalities": [
        int(place) for place in places]}, themes=[{"prove": indicators_of(shape)}], **more)
