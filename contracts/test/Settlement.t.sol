// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {MarketPart} from "../src/MarketPart.sol";
import {Metering} from "../src/Metering.sol";
import {Roles} from "../src/Roles.sol";
import {NetSettlement} from "../src/settlement/NetSettlement.sol";
import {Settlement} from "../src/Settlement.sol";
import {MarketTest} from "./MarketTest.sol";

contract SettlementTest is MarketTest {
    function test_the_buyer_pays_the_seller_for_the_energy_of_the_verdict_and_the_operator_its_fee() public {
        uint256 id = _trade(1000, 120_000);
        _verdict(id, 2, 333, 1000);
        vm.warp(AFTER);
        _settleTrade(id);
        // The fee moves with the nets, the rest when nothing can change any more.
        _expectBalances(0, 0, 1000, 0);
        assertEq(ledger.balanceOfNumber(0), -1000, "clearing");
        nets.gather(SLOT, _sheet());
        _expectBalances(39_960, -40_960, 1000, 0);
        assertEq(ledger.balanceOfNumber(0), 0, "cleared");
    }

    function test_a_trade_held_rejected_or_never_judged_does_not_settle() public {
        uint256[3] memory ids = [_trade(1000, 120_000), _trade(1000, 120_000), _trade(1000, 120_000)];
        _verdict(ids[0], 4, 0, 0);
        _verdict(ids[1], 3, 0, 0);
        vm.warp(AFTER);
        for (uint256 i; i < 3; ++i) {
            NetSettlement.Nets memory wanted = _netsOf(ids[i]);
            vm.expectRevert(abi.encodeWithSelector(NetSettlement.BatchNotDue.selector, ids[i]));
            vm.prank(COOP);
            nets.settleBatch(wanted);
        }
        nets.requireFinal(SLOT);
    }

    function test_no_point_settles_and_no_interval_closes_before_delivery_ended() public {
        vm.warp(AFTER - 1);
        bytes memory running = abi.encodeWithSelector(NetSettlement.DeliveryRunning.selector, SLOT);
        vm.expectRevert(running);
        _trySettle(SUN);
        _close(running);
    }

    function test_the_rest_goes_to_the_retailer_at_feed_in_or_retail_price() public {
        uint256 id = _trade(1000, 120_000);
        _verdict(id, 1, 1000, 0);
        vm.warp(AFTER);
        _report(SUN, 1500); // 500 Wh more than sold: 40,000 at feed-in
        _report(HOME, -1300); // 300 Wh more than bought: 96,000 at retail
        _settleTrade(id);
        vm.expectEmit(address(settlement));
        emit Settlement.PointSettled(SUN, SLOT, ALICE, 1500, 1000, 40_000);
        _settlePoint(SUN);
        vm.expectEmit(address(settlement));
        emit Settlement.PointSettled(HOME, SLOT, BOB, -1300, -1000, -96_000);
        _settlePoint(HOME);
        _expectBalances(160_000, -216_000, 0, 56_000);
    }

    function test_a_seller_that_did_not_deliver_buys_the_difference_at_retail_and_an_absent_buyer_sells_at_feed_in() public {
        uint256 id = _trade(1000, 120_000);
        _verdict(id, 1, 1000, 0);
        vm.warp(AFTER);
        _report(SUN, 0);
        _report(HOME, 0);
        _settleTrade(id);
        _settlePoint(SUN);
        _settlePoint(HOME);
        _expectBalances(120_000 - 320_000, -120_000 + 80_000, 0, 240_000);
    }

    function test_points_wait_for_trades_and_readings_and_settle_once() public {
        uint256 id = _trade(1000, 120_000);
        _verdict(id, 1, 1000, 0);
        vm.warp(AFTER);
        vm.expectRevert(abi.encodeWithSelector(NetSettlement.BatchesOpen.selector, SLOT, 0, 1));
        _trySettle(SUN);
        _giveNets(id);
        uint256 until = AFTER + OBJECTION;
        vm.warp(until - 1);
        vm.expectRevert(abi.encodeWithSelector(NetSettlement.ObjectionTimeRunning.selector, SLOT, until));
        _trySettle(SUN);
        vm.warp(until);
        vm.expectRevert(abi.encodeWithSelector(Metering.ReadingMissing.selector, SUN, SLOT));
        _trySettle(SUN);
        _report(SUN, 1000);
        _settlePoint(SUN);
        vm.expectRevert(abi.encodeWithSelector(Settlement.PointAlreadySettled.selector, SUN, SLOT));
        _trySettle(SUN);
    }

    function test_an_interval_closes_once_when_everything_in_it_is_settled() public {
        uint256 id = _trade(1000, 120_000);
        _verdict(id, 1, 1000, 0);
        uint256 offerId = _offer(COOP, COOP_1, 0, 100, 90_000, 0);
        _purchase(DSO, offerId, 100);
        _curtail(COOP_2, 100, 1, 0);
        vm.warp(AFTER);
        _close(abi.encodeWithSelector(NetSettlement.BatchesOpen.selector, SLOT, 0, 1));
        _settleTrade(id);
        bytes memory open = abi.encodeWithSelector(Settlement.PointsOpen.selector, SLOT);
        _report(SUN, 1000);
        _report(HOME, -1000);
        _settlePoint(SUN);
        _close(open); // HOME traded and is read
        _settlePoint(HOME);
        _close(open); // COOP_1 has flexibility, COOP_2 is curtailed
        _report(COOP_1, 0);
        _settlePoint(COOP_1);
        _close(open);
        _report(COOP_2, 0);
        _close(open); // read, not settled
        _settlePoint(COOP_2);
        vm.expectRevert(abi.encodeWithSelector(MarketPart.RoleMissing.selector, ALICE, Roles.DSO | Roles.METER_OPERATOR));
        vm.prank(ALICE);
        settlement.closeInterval(SLOT);
        vm.expectEmit(address(settlement));
        emit Settlement.IntervalClosed(SLOT, 4);
        vm.prank(DSO);
        settlement.closeInterval(SLOT);
        _close(abi.encodeWithSelector(Settlement.IntervalAlreadyClosed.selector, SLOT));
    }

    function test_a_point_with_flexibility_alone_keeps_its_interval_open() public {
        _purchase(DSO, _offer(COOP, COOP_1, 0, 100, 90_000, 0), 100);
        vm.warp(AFTER);
        _close(abi.encodeWithSelector(Settlement.PointsOpen.selector, SLOT));
    }

    function test_a_curtailed_point_alone_keeps_its_interval_open() public {
        _curtail(COOP_2, 100, 1, 0);
        vm.warp(AFTER);
        _close(abi.encodeWithSelector(Settlement.PointsOpen.selector, SLOT));
    }

    function test_a_reading_alone_keeps_its_interval_open_until_it_is_settled() public {
        vm.warp(AFTER);
        _report(COOP_1, 0);
        _close(abi.encodeWithSelector(Settlement.PointsOpen.selector, SLOT));
    }

    function test_a_traded_point_without_reading_keeps_its_interval_open() public {
        uint256 id = _trade(1000, 120_000);
        _verdict(id, 1, 1000, 0);
        vm.warp(AFTER);
        _settleTrade(id);
        _close(abi.encodeWithSelector(Settlement.PointsOpen.selector, SLOT));
    }

    function test_a_curtailed_seller_keeps_its_trade_and_the_operator_replaces_the_energy() public {
        uint256 id = _trade(1000, 120_000);
        _verdict(id, 1, 1000, 0);
        _curtail(SUN, 600, 1, 5000);
        vm.warp(AFTER);
        _report(SUN, 300); // 700 short: 600 excused, 100 its own fault
        _settleTrade(id);
        vm.expectEmit(address(settlement));
        emit Settlement.CurtailmentSettled(1, SLOT, 600, 5000, 192_000);
        _settlePoint(SUN);
        _expectBalances(120_000 + 5000 - 32_000, -120_000, -197_000, 192_000 + 32_000);
    }

    function test_curtailment_excuses_no_more_than_is_missing_and_pays_its_compensation_all_the_same() public {
        _curtail(SUN, 600, 1, 5000);
        _curtail(HOME, 400, 0, 7000);
        vm.warp(AFTER);
        _report(SUN, 200);
        _report(HOME, 0);
        _settlePoint(SUN);
        _settlePoint(HOME);
        _expectBalances(5000 + 16_000, 7000, -12_000, -16_000);
    }

    function test_delivered_flexibility_counts_as_schedule_so_the_rest_is_as_without_it() public {
        uint256 offerId = _offer(ALICE, SUN, 1, 400, 90_000, 1000);
        _purchase(TSO, offerId, 400);
        vm.warp(AFTER);
        _report(SUN, 600);
        vm.expectEmit(address(settlement));
        emit Settlement.FlexibilitySettled(1, offerId, SLOT, 400, 0, 36_000);
        vm.expectEmit(address(settlement));
        emit Settlement.PointSettled(SUN, SLOT, ALICE, 600, -400, 80_000);
        _settlePoint(SUN);
        assertEq(ledger.balanceOf(TSO), -36_000, "buyer");
        assertEq(ledger.balanceOf(ALICE), 116_000, "seller");
    }

    function test_delivery_is_allotted_to_activations_in_the_order_of_purchase() public {
        uint256 cheap = _offer(ALICE, SUN, 1, 400, 50_000, 1000);
        uint256 dear = _offer(ALICE, SUN, 1, 400, 90_000, 1000);
        _purchase(TSO, dear, 300);
        _purchase(DSO, cheap, 200);
        vm.warp(AFTER);
        _report(SUN, 600); // 400 of 500 delivered
        vm.expectEmit(address(settlement));
        emit Settlement.FlexibilitySettled(1, dear, SLOT, 300, 0, 27_000);
        vm.expectEmit(address(settlement));
        emit Settlement.FlexibilitySettled(2, cheap, SLOT, 100, 100, 5000 - 40_000);
        _settlePoint(SUN);
        assertEq(ledger.balanceOf(TSO), -27_000, "first buyer");
        assertEq(ledger.balanceOf(DSO), 35_000, "second buyer");
    }

    function test_a_pause_and_a_suspension_do_not_stop_settlement() public {
        uint256 id = _trade(1000, 120_000);
        _verdict(id, 1, 1000, 0);
        registry.setPaused(true);
        registry.suspend(BOB, true);
        vm.warp(AFTER);
        _settleTrade(id);
        _report(HOME, -1000);
        _settlePoint(HOME);
        _expectBalances(120_000, -120_000, 0, 0);
    }

    function test_a_point_sold_between_trade_and_reading_leaves_the_trade_with_the_old_owner() public {
        uint256 id = _trade(1000, 120_000);
        _verdict(id, 1, 1000, 0);
        _connect(SUN, COOP);
        vm.warp(AFTER);
        _report(SUN, 1500);
        _settleTrade(id);
        _settlePoint(SUN);
        _expectBalances(120_000, -120_000, 0, -40_000);
        assertEq(ledger.balanceOf(COOP), 40_000, "the rest is the new owner's");
    }

    function testFuzz_balances_sum_to_zero_for_any_numbers(
        uint64 energyWh,
        uint64 price,
        int64 fee,
        int64 sun,
        int64 home,
        int64 baseline,
        uint64 flexWh,
        uint64 flexPrice
    ) public {
        energyWh = uint64(bound(energyWh, 1, type(uint40).max >> 1));
        flexWh = uint64(bound(flexWh, 100, type(uint64).max));
        uint256 id = _trade(energyWh, uint64(bound(price, FEED_IN, RETAIL)));
        int256 cap = int256((uint256(energyWh) * FEE_CAP) / 1000);
        if (cap > type(int40).max) cap = type(int40).max;
        _verdict(id, 1, energyWh, int64(fee % (cap + 1)));
        _purchase(TSO, _offer(ALICE, SUN, uint8(flexWh & 1), flexWh, flexPrice, baseline), flexWh);
        _curtail(SUN, 1_000_000, 1, 1000);
        vm.warp(AFTER);
        _report(SUN, sun);
        _report(HOME, home);
        _settleTrade(id);
        _settlePoint(SUN);
        _settlePoint(HOME);
        int256 sum = ledger.balanceOf(ALICE) + ledger.balanceOf(BOB) + ledger.balanceOf(RETAILER) + ledger.balanceOf(DSO)
            + ledger.balanceOf(TSO);
        assertEq(sum, 0, "sum");
    }

    function _expectBalances(int256 alice, int256 bob, int256 operator, int256 retailer) private view {
        assertEq(ledger.balanceOf(ALICE), alice, "Alice");
        assertEq(ledger.balanceOf(BOB), bob, "Bob");
        assertEq(ledger.balanceOf(DSO), operator, "operator");
        assertEq(ledger.balanceOf(RETAILER), retailer, "retailer");
    }

    function _close(bytes memory refusal) private {
        vm.expectRevert(refusal);
        vm.prank(DSO);
        settlement.closeInterval(SLOT);
    }
}
