// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {GridSupervision} from "../src/GridSupervision.sol";
import {TradeBook} from "../src/market/TradeBook.sol";
import {MarketPart} from "../src/MarketPart.sol";
import {Roles} from "../src/Roles.sol";
import {MarketTest} from "./MarketTest.sol";

contract GridSupervisionTest is MarketTest {
    uint256 private id;

    function setUp() public override {
        super.setUp();
        id = _trade(1000, 120_000);
    }

    function test_a_verdict_is_recorded_with_its_evidence() public {
        vm.expectEmit(address(supervision));
        emit GridSupervision.VerdictGiven(id, SLOT, 2, 400, -300, 7, "evidence");
        _verdict(id, 2, 400, -300);
        GridSupervision.Verdict memory verdict = supervision.verdict(id);
        assertEq(verdict.decision, 2, "decision");
        assertEq(verdict.energyWh, 400, "energy");
        assertEq(verdict.feeMicroEur, -300, "fee");
        assertEq(supervision.settleableCount(SLOT), 1, "settleable");
    }

    function test_only_a_hold_may_be_replaced() public {
        _verdict(id, 4, 0, 0);
        _verdict(id, 4, 0, 0);
        _verdict(id, 1, 1000, 0);
        assertEq(supervision.settleableCount(SLOT), 1, "counted once");
        for (uint8 decision = 1; decision <= 4; ++decision) {
            vm.expectRevert(abi.encodeWithSelector(GridSupervision.VerdictFinal.selector, id, uint8(1)));
            _verdict(id, decision, decision == 1 ? 1000 : decision == 2 ? 1 : 0, 0);
        }
        uint256 other = _trade(1000, 120_000);
        _verdict(other, 3, 0, 0);
        vm.expectRevert(abi.encodeWithSelector(GridSupervision.VerdictFinal.selector, other, uint8(3)));
        _verdict(other, 1, 1000, 0);
    }

    function test_the_energy_must_fit_the_decision() public {
        _refused(1, 999);
        _refused(1, 1001);
        _refused(2, 0);
        _refused(2, 1000);
        _refused(3, 1);
        _refused(4, 1);
        vm.expectRevert(abi.encodeWithSelector(GridSupervision.DecisionInvalid.selector, id, uint8(0)));
        _verdict(id, 0, 0, 0);
        vm.expectRevert(abi.encodeWithSelector(GridSupervision.DecisionInvalid.selector, id, uint8(5)));
        _verdict(id, 5, 0, 0);
    }

    function test_a_fee_keeps_to_its_cap_in_both_directions_and_nothing_is_charged_for_nothing() public {
        vm.expectRevert(abi.encodeWithSelector(GridSupervision.FeeOutsideCap.selector, id, int64(100_001), uint256(100_000)));
        _verdict(id, 1, 1000, 100_001);
        vm.expectRevert(abi.encodeWithSelector(GridSupervision.FeeOutsideCap.selector, id, int64(-100_001), uint256(100_000)));
        _verdict(id, 1, 1000, -100_001);
        vm.expectRevert(abi.encodeWithSelector(GridSupervision.FeeOutsideCap.selector, id, int64(1), uint256(0)));
        _verdict(id, 3, 0, 1);
        _verdict(id, 1, 1000, 100_000);
    }

    function test_verdicts_come_from_a_dso_before_the_gate_on_known_trades() public {
        GridSupervision.VerdictTerms[] memory terms = new GridSupervision.VerdictTerms[](1);
        terms[0] = GridSupervision.VerdictTerms(id, 1, 1000, 0, 0, "");
        vm.expectRevert(abi.encodeWithSelector(MarketPart.RoleMissing.selector, TSO, Roles.DSO));
        vm.prank(TSO);
        supervision.giveVerdicts(terms);
        vm.expectRevert(abi.encodeWithSelector(TradeBook.TradeUnknown.selector, 99));
        _verdict(99, 1, 1000, 0);
        vm.warp(GATE);
        vm.expectRevert(abi.encodeWithSelector(MarketPart.GateClosed.selector, SLOT));
        _verdict(id, 1, 1000, 0);
    }

    function testFuzz_neighbours_in_a_slot_do_not_touch_each_other(uint64[5] memory energies, int64[5] memory fees) public {
        for (uint256 i; i < 4; ++i) _trade(type(uint64).max, 120_000);
        for (uint256 i; i < 5; ++i) {
            // Trade 1 asked 1000, the others all of 64 bits; fees over the whole range the cap leaves.
            energies[i] = uint64(bound(energies[i], 1, i == 0 ? 999 : type(uint64).max - 1));
            int256 cap = int256((uint256(energies[i]) * FEE_CAP) / 1000);
            if (cap > type(int56).max) cap = type(int56).max;
            fees[i] = int64(fees[i] % (cap + 1));
            _verdict(i + 1, 2, energies[i], fees[i]);
        }
        for (uint256 i; i < 5; ++i) {
            GridSupervision.Verdict memory verdict = supervision.verdict(i + 1);
            assertEq(verdict.energyWh, energies[i], "energy");
            assertEq(verdict.feeMicroEur, fees[i], "fee");
            assertEq(verdict.decision, 2, "decision");
        }
    }

    function _refused(uint8 decision, uint64 energyWh) private {
        vm.expectRevert(
            abi.encodeWithSelector(GridSupervision.EnergyInvalid.selector, id, decision, energyWh, uint64(1000))
        );
        _verdict(id, decision, energyWh, 0);
    }
}
