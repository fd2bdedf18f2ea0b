"""Open engines beside ours: solves one network, written by us, with each of them, and says results and times.

usage: python peers.py FILE.json          one JSON object on stdout

The file is the grid as equations: nodes (PQ, PV, slack), Y by entries, branches and shunts, injection, start, all p.u.;
and, where trades are to be checked, the changed injections of every leg. Results are compared by the caller before times.
Times are medians of the repeats, milliseconds, of one thread.
"""
import json
import os
import sys
import time

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
import scipy.sparse as sp


def median_ms(run, repeats):
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        run()
        times.append((time.perf_counter() - start) * 1e3)
    return sorted(times)[len(times) // 2]


def lightsim2grid(case):
    """Newton on KLU, as its own engine runs it: structure kept between calls ('again'), or anew ('first')."""
    from lightsim2grid.algorithm import NRSing_KLU

    n = case["nodes"]
    y = sp.csc_matrix((np.array(case["yRe"]) + 1j * np.array(case["yIm"]), (case["yRow"], case["yColumn"])), shape=(n, n))
    s = np.array(case["pPu"]) + 1j * np.array(case["qPu"])
    start = np.array(case["vmStart"]) * np.exp(1j * np.array(case["vaStart"]))
    pq = np.arange(case["pqCount"], dtype=np.int32)
    pv = np.arange(case["pqCount"], case["freeCount"], dtype=np.int32)
    slack = np.arange(case["freeCount"], n, dtype=np.int32)
    weights = np.zeros(n)
    weights[slack] = 1.0 / len(slack)
    solver = NRSing_KLU()

    def run():
        if not solver.solve(y, start.copy(), s, slack, weights, pv, pq, 20, case["tolerancePu"]):
            raise RuntimeError("lightsim2grid did not converge")

    def first():
        solver.reset()
        run()

    run()
    again = []
    for _ in range(case["repeats"]):
        run()
        # Its own clock: what the call from Python adds is not the engine's.
        again.append(solver.get_timers()[3] * 1e3)
    out = {"firstMs": median_ms(first, case["repeats"]), "againMs": sorted(again)[len(again) // 2]}
    return out | {"vmPu": np.abs(solver.get_V()).tolist(), "iterations": solver.get_nb_iter()}


def pandapower(case):
    """runpp with numba, whole, from the DC angles that we start from too; the tables are made by pandapower's own converter."""
    import pandapower as pp
    from pandapower.converter.pypower.from_ppc import from_ppc

    base, n, free, pq = case["baseMva"], case["nodes"], case["freeCount"], case["pqCount"]
    p, q = np.array(case["pPu"]) * base, np.array(case["qPu"]) * base
    bus = np.zeros((n, 13))
    bus[:, 0], bus[:, 6], bus[:, 10] = np.arange(n), 1, 1
    bus[:, 1] = np.where(np.arange(n) < pq, 1, np.where(np.arange(n) < free, 2, 3))
    bus[:pq, 2], bus[:pq, 3] = -p[:pq], -q[:pq]
    bus[:, 4], bus[:, 5] = np.array(case["shuntG"]) * base, np.array(case["shuntB"]) * base
    bus[:, 7], bus[:, 8], bus[:, 9] = 1, np.degrees(case["vaStart"]), case["vnKv"]
    bus[:, 11], bus[:, 12] = 2, 0
    gen = np.zeros((n - pq, 21))
    gen[:, 0], gen[:, 1] = np.arange(pq, n), np.where(np.arange(pq, n) < free, p[pq:], 0)
    gen[:, 3], gen[:, 4], gen[:, 5] = 1e9, -1e9, case["vmStart"][pq:]
    gen[:, 6], gen[:, 7], gen[:, 8], gen[:, 9] = base, 1, 1e9, -1e9
    branch = np.zeros((len(case["from"]), 13))
    branch[:, 0], branch[:, 1] = case["from"], case["to"]
    branch[:, 2], branch[:, 3] = case["rPu"], case["xPu"]
    ratio, shift = np.array(case["ratio"]), np.degrees(case["shiftRad"])
    branch[:, 8], branch[:, 9] = np.where((ratio != 1) | (shift != 0), ratio, 0), shift
    branch[:, 5], branch[:, 10], branch[:, 11], branch[:, 12] = 1e4, 1, -360, 360
    net = from_ppc({"version": 2, "baseMVA": base, "bus": bus, "gen": gen, "branch": branch}, f_hz=50)

    def run():
        pp.runpp(net, init="dc", calculate_voltage_angles=True, tolerance_mva=case["tolerancePu"] * base, numba=True)

    run()
    whole = median_ms(run, max(3, case["repeats"] // 4))
    out = {"wholeMs": whole, "iterations": int(net._ppc["iterations"])}
    return out | {"vmPu": net.res_bus.vm_pu.to_numpy()[:n].tolist()}


def power_grid_model(case):
    """Newton of power-grid-model; trades as a batch of scenarios, three a trade, on one thread."""
    from power_grid_model import ComponentType, DatasetType, LoadGenType, PowerGridModel, initialize_array

    n, base = case["nodes"], case["baseMva"] * 1e6
    free = case["freeCount"]
    if case["pqCount"] != free:
        return {"leftOut": "power-grid-model holds no voltage-controlled units in this driver"}
    node = initialize_array(DatasetType.input, ComponentType.node, n)
    node["id"] = np.arange(n)
    u = np.array(case["vnKv"]) * 1e3
    node["u_rated"] = u
    m = len(case["from"])
    branch = initialize_array(DatasetType.input, ComponentType.generic_branch, m)
    branch["id"] = n + np.arange(m)
    branch["from_node"], branch["to_node"] = case["from"], case["to"]
    branch["from_status"] = branch["to_status"] = 1
    z_base = u[np.array(case["to"])] ** 2 / base
    branch["r1"], branch["x1"] = np.array(case["rPu"]) * z_base, np.array(case["xPu"]) * z_base
    branch["g1"] = branch["b1"] = 0
    branch["k"], branch["theta"] = case["ratio"], case["shiftRad"]
    branch["sn"] = base
    y_base = base / u**2
    shunt = initialize_array(DatasetType.input, ComponentType.shunt, n)
    shunt["id"] = n + m + np.arange(n)
    shunt["node"], shunt["status"] = np.arange(n), 1
    shunt["g1"], shunt["b1"] = np.array(case["shuntG"]) * y_base, np.array(case["shuntB"]) * y_base
    load = initialize_array(DatasetType.input, ComponentType.sym_gen, free)
    load["id"] = 2 * n + m + np.arange(free)
    load["node"], load["status"], load["type"] = np.arange(free), 1, LoadGenType.const_power
    load["p_specified"], load["q_specified"] = np.array(case["pPu"][:free]) * base, np.array(case["qPu"][:free]) * base
    source = initialize_array(DatasetType.input, ComponentType.source, n - free)
    source["id"] = 2 * n + m + free + np.arange(n - free)
    source["node"], source["status"] = np.arange(free, n), 1
    source["u_ref"], source["u_ref_angle"] = case["vmStart"][free:], case["vaStart"][free:]
    # A source is a stiff one here, as ours is.
    source["sk"] = 1e20
    model = PowerGridModel(
        {
            ComponentType.node: node,
            ComponentType.generic_branch: branch,
            ComponentType.shunt: shunt,
            ComponentType.sym_gen: load,
            ComponentType.source: source,
        }
    )
    options = dict(symmetric=True, error_tolerance=case["tolerancePu"], calculation_method="newton_raphson")
    shown = {ComponentType.node: ["u_pu"]}
    answer = {}

    def run():
        answer["one"] = model.calculate_power_flow(output_component_types=shown, **options)

    run()
    out = {"againMs": median_ms(run, case["repeats"]), "vmPu": answer["one"][ComponentType.node]["u_pu"].tolist()}
    legs = case.get("legs")
    if not legs:
        return out
    # Every scenario states two nodes; where a leg changes fewer, another states its own schedule.
    scenarios = len(legs)
    update = initialize_array(DatasetType.update, ComponentType.sym_gen, (scenarios, 2))
    for k, leg in enumerate(legs):
        changes = list(zip(leg["nodes"], leg["pPu"]))
        others = (at for at in range(free) if at not in leg["nodes"])
        changes += [(next(others), 0.0) for _ in range(2 - len(changes))]
        for c, (at, p) in enumerate(changes):
            update[k, c]["id"] = 2 * n + m + at
            update[k, c]["p_specified"] = (case["pPu"][at] + p) * base
            update[k, c]["q_specified"] = case["qPu"][at] * base

    def batch():
        answer["batch"] = model.calculate_power_flow(
            update_data={ComponentType.sym_gen: update}, output_component_types=shown, threading=-1, **options
        )

    batch()
    out["batchMs"] = median_ms(batch, 3)
    u_pu = answer["batch"][ComponentType.node]["u_pu"]
    out["legVmMin"], out["legVmMax"] = u_pu.min(axis=1).tolist(), u_pu.max(axis=1).tolist()
    return out


ENGINES = {
    "lightsim2grid": lightsim2grid,
    "pandapower": pandapower,
    "power-grid-model": power_grid_model,
}

if __name__ == "__main__":
    with open(sys.argv[1]) as file:
        case = json.load(file)
    answers = {}
    for name in case["engines"]:
        try:
            answers[name] = ENGINES[name](case)
        except Exception as error:  # A peer that cannot is left out and says why; the others go on.
            answers[name] = {"leftOut": f"{type(error).__name__}: {error}"}
    json.dump(answers, sys.stdout)
