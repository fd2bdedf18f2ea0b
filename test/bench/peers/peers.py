"""Open engines beside ours: solves one network, written by us, with each of them, and says results and times.

usage: python peers.py FILE.json          one JSON object on stdout

The file is the grid as MATPOWER's tables (buses in the order PQ, PV, slack, with the start voltages in them) and, where
trades are to be checked, the changed injections of every leg state. Results are compared by the caller before times.
Times are processor time, medians of the repeats after a warm-up, milliseconds, of one thread.
"""
import json
import os
import sys
import time

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np

# Columns of MATPOWER's tables.
PD, QD, GS, BS, VM, VA, BASE_KV = 2, 3, 4, 5, 7, 8, 9
F_BUS, T_BUS, BR_R, BR_X, TAP, SHIFT = 0, 1, 2, 3, 8, 9

# An engine that needs a call of its own for every leg state is timed on the first ones: 10 trades.
LEGS_LOOPED = 30
ITERATIONS_MAX = 20


def median_ms(run, repeats):
    run()
    times = []
    for _ in range(repeats):
        start = time.process_time()
        run()
        times.append((time.process_time() - start) * 1e3)
    return sorted(times)[len(times) // 2]


def lightsim2grid(case):
    """Newton on KLU in its own grid model: analysis kept between calls ('again') or anew ('first'); legs as its sweep."""
    from lightsim2grid.algorithm import AlgorithmType
    from lightsim2grid.injectionSweep import InjectionSweepCPP
    from lightsim2grid.network import init_from_matpower

    grid = init_from_matpower(tables(case))
    grid.change_algorithm(AlgorithmType.NRSing_KLU)
    start = case["bus"][:, VM] * np.exp(1j * np.radians(case["bus"][:, VA]))
    # Its tolerance is MVA.
    options = (ITERATIONS_MAX, case["tolerancePu"] * case["baseMva"])
    solved = {}

    def run():
        solved["v"] = grid.ac_pf(start.copy(), *options)
        if not len(solved["v"]):
            raise RuntimeError("lightsim2grid did not converge")

    def first():
        grid.tell_solver_need_reset()
        run()

    out = {"firstMs": median_ms(first, case["repeats"]), "againMs": median_ms(run, case["repeats"])}
    out |= {"vmPu": np.abs(solved["v"]).tolist(), "iterations": grid.get_algo().get_nb_iter()}
    if "legs" not in case:
        return out
    load = {at.bus_id: k for k, at in enumerate(grid.get_loads())}
    p_mw = np.tile(grid.get_load_target_p(), (len(case["legs"]), 1))
    for k, leg in enumerate(case["legs"]):
        for node, p in zip(leg["nodes"], leg["pPu"]):
            p_mw[k, load[node]] -= p * case["baseMva"]
    sweep = InjectionSweepCPP(grid)
    sweep.change_algorithm(AlgorithmType.NRSing_KLU)

    def legs():
        # From the solved schedule, as ours.
        sweep.modify_load_p(p_mw)
        sweep.compute(solved["v"].copy(), *options)
        if sweep.nb_converged() != len(p_mw):
            raise RuntimeError("lightsim2grid did not converge in a leg")

    out["legMs"] = median_ms(legs, 5) / len(p_mw)
    return out | extremes(np.abs(sweep.get_voltages()))


def pandapower(case, **engine):
    """runpp, whole, with numba and its own Newton, from our start; legs as a loop of runpp, each from the solution before."""
    import pandapower as pp

    net, size = pandapower_net(case)
    engine = engine or {"lightsim2grid": False}
    # Called MVA, but what it compares is p.u.
    tolerance = {"tolerance_mva": case["tolerancePu"], "calculate_voltage_angles": True}
    begin = {"init_vm_pu": case["bus"][:, VM].copy(), "init_va_degree": case["bus"][:, VA].copy()}

    def run():
        pp.runpp(net, **begin, **tolerance, numba=True, **engine)

    out = {"wholeMs": median_ms(run, case["wholeRepeats"]), "iterations": int(net._ppc["iterations"])}
    out["vmPu"] = net.res_bus.vm_pu.to_numpy()[:size].tolist()
    if "legs" not in case:
        return out
    legs = case["legs"][:LEGS_LOOPED]
    # A trade is a unit of its own at its node.
    nodes = sorted({node for leg in legs for node in leg["nodes"]})
    begin_row = len(net.sgen)
    pp.create_sgens(net, net.bus.index[nodes], p_mw=np.zeros(len(nodes)))
    row = {node: begin_row + k for k, node in enumerate(nodes)}
    own = net.sgen.p_mw.to_numpy().copy()
    vm = np.empty((len(legs), size))

    def loop(**how):
        for k, leg in enumerate(legs):
            p_mw = own.copy()
            for node, p in zip(leg["nodes"], leg["pPu"]):
                p_mw[row[node]] += p * case["baseMva"]
            net.sgen["p_mw"] = p_mw
            pp.runpp(net, init="results", **tolerance, numba=True, **engine, **how)
            vm[k] = net.res_bus.vm_pu.to_numpy()[:size]

    out["legMs"] = median_ms(loop, 3) / len(legs)
    out |= extremes(vm)
    # What pandapower's own time series do: tables and Y are kept, injections alone are read anew.
    recycle = {"bus_pq": True, "gen": False, "trafo": False}
    out["legKeptMs"] = median_ms(lambda: loop(recycle=recycle), 3) / len(legs)
    return out


def pandapower_lightsim2grid(case):
    """The same with lightsim2grid as its Newton, which runpp chooses by itself where it is installed."""
    return pandapower(case, lightsim2grid=True)


def pandapower_net(case):
    from pandapower.converter.pypower.from_ppc import from_ppc

    # Its converter makes the higher voltage the tap's side, whichever end the ideal transformer stands at. A transformer at
    # the lower one is the same as the inverse one at the other end, with the impedance seen from there.
    ppc = tables(case)
    branch, kv = ppc["branch"], case["bus"][:, BASE_KV]
    f, t = branch[:, F_BUS].astype(int), branch[:, T_BUS].astype(int)
    turned = (branch[:, TAP] != 0) & (kv[f - 1] < kv[t - 1])
    branch[turned, F_BUS], branch[turned, T_BUS] = t[turned], f[turned]
    branch[turned, BR_R] *= branch[turned, TAP] ** 2
    branch[turned, BR_X] *= branch[turned, TAP] ** 2
    branch[turned, TAP] **= -1
    branch[turned, SHIFT] *= -1
    return from_ppc(ppc, f_hz=50), len(kv)


def power_grid_model(case):
    """Newton or iterative current of power-grid-model, whichever is faster; legs as its batch, on one thread."""
    from power_grid_model import ComponentType, DatasetType, LoadGenType, PowerGridModel, initialize_array

    bus, branches, base = case["bus"], case["branch"], case["baseMva"] * 1e6
    n, m, free = len(bus), len(branches), case["freeCount"]
    if case["pqCount"] != free:
        return {"leftOut": "power-grid-model holds no voltage-controlled units in this driver"}
    node = initialize_array(DatasetType.input, ComponentType.node, n)
    node["id"] = np.arange(n)
    u = bus[:, BASE_KV] * 1e3
    node["u_rated"] = u
    branch = initialize_array(DatasetType.input, ComponentType.generic_branch, m)
    branch["id"] = n + np.arange(m)
    branch["from_node"], branch["to_node"] = branches[:, F_BUS] - 1, branches[:, T_BUS] - 1
    branch["from_status"] = branch["to_status"] = 1
    z_base = u[branch["to_node"]] ** 2 / base
    branch["r1"], branch["x1"] = branches[:, BR_R] * z_base, branches[:, BR_X] * z_base
    branch["g1"] = branch["b1"] = 0
    branch["k"] = np.where(branches[:, TAP] == 0, 1, branches[:, TAP])
    branch["theta"] = np.radians(branches[:, SHIFT])
    branch["sn"] = base
    at = np.flatnonzero((bus[:, GS] != 0) | (bus[:, BS] != 0))
    shunt = initialize_array(DatasetType.input, ComponentType.shunt, len(at))
    shunt["id"] = n + m + at
    shunt["node"], shunt["status"] = at, 1
    shunt["g1"], shunt["b1"] = bus[at, GS] * 1e6 / u[at] ** 2, bus[at, BS] * 1e6 / u[at] ** 2
    load = initialize_array(DatasetType.input, ComponentType.sym_gen, free)
    load["id"] = 2 * n + m + np.arange(free)
    load["node"], load["status"], load["type"] = np.arange(free), 1, LoadGenType.const_power
    load["p_specified"], load["q_specified"] = -bus[:free, PD] * 1e6, -bus[:free, QD] * 1e6
    source = initialize_array(DatasetType.input, ComponentType.source, n - free)
    source["id"] = 2 * n + m + free + np.arange(n - free)
    source["node"], source["status"] = np.arange(free, n), 1
    source["u_ref"], source["u_ref_angle"] = bus[free:, VM], np.radians(bus[free:, VA])
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
    # Voltages alone are asked for, which favours it: ours works out flows, and the check judges them.
    options = {"symmetric": True, "output_component_types": {ComponentType.node: ["u_pu"]}}
    # It stops on the step of the voltages, not on the mismatch: the loosest powers of ten that leave less than 1e-8 p.u. of it.
    step_pu = {"newton_raphson": 1e-5, "iterative_current": 1e-7}
    solved = {}

    def fastest(repeats, run):
        times = {}
        for method, step in step_pu.items():
            how = options | {"calculation_method": method, "error_tolerance": step}
            times[method] = median_ms(lambda: run(how), repeats)
            if times[method] == min(times.values()):
                u_pu = solved["answer"][ComponentType.node]["u_pu"]
        return min(times.values()), u_pu

    def one(how):
        solved["answer"] = model.calculate_power_flow(**how)

    ms, u_pu = fastest(case["repeats"], one)
    out = {"againMs": ms, "vmPu": u_pu.tolist()}
    legs = case.get("legs")
    if not legs:
        return out
    # Every scenario states two nodes; where a leg changes fewer, another states its own schedule.
    update = initialize_array(DatasetType.update, ComponentType.sym_gen, (len(legs), 2))
    for k, leg in enumerate(legs):
        changes = list(zip(leg["nodes"], leg["pPu"]))
        others = (at for at in range(free) if at not in leg["nodes"])
        changes += [(next(others), 0.0) for _ in range(2 - len(changes))]
        for c, (at, p) in enumerate(changes):
            update[k, c]["id"] = 2 * n + m + at
            update[k, c]["p_specified"] = load["p_specified"][at] + p * base

    def batch(how):
        # -1: in one thread.
        solved["answer"] = model.calculate_power_flow(update_data={ComponentType.sym_gen: update}, threading=-1, **how)

    ms, u_pu = fastest(5, batch)
    out["legMs"] = ms / len(legs)
    return out | extremes(u_pu)


def tables(case):
    """The MATPOWER case, anew: converters write into it."""
    ppc = {name: case[name].copy() for name in ("bus", "gen", "branch")}
    return ppc | {"version": 2, "baseMVA": case["baseMva"]}


def extremes(vm):
    return {"legVmMin": vm.min(axis=1).tolist(), "legVmMax": vm.max(axis=1).tolist()}


ENGINES = {
    "lightsim2grid": lightsim2grid,
    "pandapower": pandapower,
    "pandapower-lightsim2grid": pandapower_lightsim2grid,
    "power-grid-model": power_grid_model,
}

if __name__ == "__main__":
    with open(sys.argv[1]) as file:
        case = json.load(file)
    for name in ("bus", "gen", "branch"):
        case[name] = np.array(case[name], dtype=float)
    answers = {}
    for name, engine in ENGINES.items():
        try:
            answers[name] = engine(case)
        except Exception as error:  # A peer that cannot is left out and says why; the others go on.
            answers[name] = {"leftOut": f"{type(error).__name__}: {error}"}
    json.dump(answers, sys.stdout)
