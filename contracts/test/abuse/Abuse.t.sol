// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Curtailment} from "../../src/Curtailment.sol";
import {OfferBook} from "../../src/flexibility/OfferBook.sol";
import {GridSupervision} from "../../src/GridSupervision.sol";
import {OrderBook} from "../../src/market/OrderBook.sol";
import {SealedMarket} from "../../src/market/SealedMarket.sol";
import {MarketRules} from "../../src/MarketRules.sol";
import {Metering} from "../../src/Metering.sol";
import {PoolMarket} from "../../src/PoolMarket.sol";
import {Roles} from "../../src/Roles.sol";
import {NetSettlement} from "../../src/settlement/NetSettlement.sol";
import {MarketTest} from "../MarketTest.sol";

/// @notice Abuse that crosses contracts; what concerns one contract stands with its own tests (the README lists where).
contract AbuseTest is MarketTest {
    bytes4 private constant PANIC = 0x4e487b71;

    function test_A1_the_largest_numbers_are_refused_by_name_at_every_entry() public {
        (uint64 most, uint64 interval) = (type(uint64).max, (type(uint64).max / 900) * 900);
        bytes32[] memory leaves = new bytes32[](1);
        leaves[0] = bytes32(type(uint256).max);
        _refused(COOP, address(market), abi.encodeCall(market.commitTrades, (SealedMarket.SealedTerms(interval, 0, 1, 1, 0), leaves, "")));
        _refused(COOP, address(market), abi.encodeCall(market.commitTrades, (SealedMarket.SealedTerms(SLOT, 0, 65_535, 1, 0), leaves, "")));
        _refused(COOP, address(market), abi.encodeCall(market.postBid, (COOP_1, interval, most, most)));
        _refused(COOP, address(market), abi.encodeCall(market.postBid, (COOP_1, SLOT, most, most)));
        OrderBook.OrderTerms[] memory orders = new OrderBook.OrderTerms[](1);
        orders[0] = OrderBook.OrderTerms(SUN, SLOT, 0, most, most, most, most);
        _refused(ALICE, address(pool), abi.encodeCall(pool.placeOrders, (orders, new bytes[](1))));
        uint32[] memory numbers = new uint32[](1);
        numbers[0] = type(uint32).max;
        vm.warp(POOL_CLOSURE);
        PoolMarket.Claim memory claim = PoolMarket.Claim(numbers, numbers, most, type(uint128).max);
        _refused(ALICE, address(pool), abi.encodeCall(pool.clearPool, (SLOT, claim)));
        _refused(ALICE, address(pool), abi.encodeCall(pool.clearPool, (interval, claim)));
        uint256 offerId = _offer(ALICE, SUN, 0, 1000, 1, 0);
        _refused(DSO, address(flexibility), abi.encodeCall(flexibility.purchase, (SLOT, 0, _ids(offerId), _wh(most), "", "")));
        _refused(DSO, address(flexibility), abi.encodeCall(flexibility.purchase, (interval, 255, _ids(type(uint256).max), _wh(most), "", "")));
        _refused(BOB, address(flexibility), abi.encodeCall(flexibility.cover, (SLOT, HOME, _ids(offerId), _wh(most))));
        _refused(DSO, address(flexibility), abi.encodeCall(flexibility.confirm, (_ids(type(uint256).max))));
        Curtailment.CurtailmentTerms[] memory terms = new Curtailment.CurtailmentTerms[](1);
        terms[0] = Curtailment.CurtailmentTerms(SUN, SLOT, most, 1, 3, 1, most, "");
        _refused(DSO, address(curtailment), abi.encodeCall(curtailment.order, (terms, "limit", "far")));
        MarketRules.Tariff memory tariff = MarketRules.Tariff(most, most, most - 1, most);
        _refused(address(this), address(rules), abi.encodeCall(rules.announceTariff, (tariff)));
        _refused(METERS, address(settlement), abi.encodeCall(settlement.closeInterval, (interval)));
        _refused(METERS, address(settlement), abi.encodeCall(settlement.settlePoints, (interval, _sheet(), _points(SUN))));
        Metering.SignedReading[] memory readings = new Metering.SignedReading[](1);
        readings[0] = _signed(Metering.Reading(SUN, interval, type(int64).min, type(uint32).max));
        _refused(METERS, address(metering), abi.encodeCall(metering.report, (readings)));
    }

    /// Baseline and reading as far apart as numbers go, the largest offer at the largest price.
    function test_A2_the_largest_numbers_that_are_taken_settle_without_overflow() public {
        OfferBook.OfferTerms memory term =
            OfferBook.OfferTerms(SUN, SLOT, 0, 0, type(uint64).max, type(uint64).max, type(int64).max);
        uint256 offerId = _offerProduct(ALICE, term);
        vm.prank(DSO);
        flexibility.purchase(SLOT, 0, _ids(offerId), _wh(type(uint64).max), "", "");
        _curtail(HOME, 1_000_000, 1, 1_000_000_000);
        vm.warp(AFTER);
        _report(SUN, type(int64).min);
        _report(HOME, type(int64).min);
        _settlePoint(SUN);
        _settlePoint(HOME);
        assertEq(_sumOfBalances(), 0, "sum of balances");
        vm.prank(METERS);
        settlement.closeInterval(SLOT);
    }

    function test_A3_nets_of_the_largest_numbers_are_refused_or_balance() public {
        uint256 id = _trade(1000, 120_000);
        _verdict(id, 1, 1000, 0);
        vm.warp(AFTER);
        NetSettlement.Nets memory given = _netsOf(id);
        bytes memory few = abi.encodePacked(uint32(1), uint32(1), int40(0), type(int64).min);
        given.positions = bytes.concat(few, abi.encodePacked(uint32(2), uint32(2), int40(0), type(int64).max));
        _refused(COOP, address(nets), abi.encodeCall(nets.settleBatch, (given)));
        given.positions = bytes.concat(
            abi.encodePacked(uint32(1), uint32(1), type(int40).min, int64(0)),
            abi.encodePacked(uint32(2), uint32(2), type(int40).max, int64(0))
        );
        _refused(COOP, address(nets), abi.encodeCall(nets.settleBatch, (given)));
        given.positions = abi.encodePacked(type(uint32).max, uint32(1), int40(0), int64(0));
        _refused(COOP, address(nets), abi.encodeCall(nets.settleBatch, (given)));
        given.positions = abi.encodePacked(uint32(1), type(uint32).max, int40(0), int64(0));
        _refused(COOP, address(nets), abi.encodeCall(nets.settleBatch, (given)));
        given = _netsOf(id);
        given.sellerSideFeeMicroEur = type(int64).min;
        _refused(COOP, address(nets), abi.encodeCall(nets.settleBatch, (given)));
    }

    /// The fee of false nets is taken back from who received it, not from who runs the area by then.
    function test_A4_an_area_that_changes_its_operator_moves_no_fee_of_what_was_settled() public {
        uint256 id = _trade(1000, 120_000);
        _verdict(id, 1, 1000, 5000);
        vm.warp(AFTER);
        _giveNets(id);
        assertEq(ledger.balanceOf(DSO), 5000, "fee");
        vm.prank(BOB);
        nets.objectTo(id);
        registry.assignArea(1, TSO);
        vm.warp(AFTER + OBJECTION);
        nets.voidObjected(_netsOf(id));
        assertEq(ledger.balanceOf(DSO), 0, "who received the fee");
        assertEq(ledger.balanceOf(TSO), 0, "who runs the area now");
    }

    function test_A5_a_suspended_party_is_settled_contests_and_objects_but_begins_nothing() public {
        uint256 id = _trade(1000, 120_000);
        _verdict(id, 1, 1000, 0);
        registry.suspend(ALICE, true);
        OfferBook.OfferTerms[] memory terms = new OfferBook.OfferTerms[](1);
        terms[0] = OfferBook.OfferTerms(SUN, SLOT, 0, 0, 500, 1, 0);
        _refused(ALICE, address(flexibility), abi.encodeCall(flexibility.offer, (terms)));
        OrderBook.OrderTerms[] memory orders = new OrderBook.OrderTerms[](1);
        orders[0] = OrderBook.OrderTerms(SUN, SLOT, 0, 500, 100_000, SLOT, 0);
        _refused(ALICE, address(pool), abi.encodeCall(pool.placeOrders, (orders, new bytes[](1))));
        vm.warp(AFTER);
        Metering.SignedReading[] memory readings = new Metering.SignedReading[](1);
        readings[0] = _signed(Metering.Reading(SUN, SLOT, 1000, 0));
        vm.prank(METERS);
        metering.report(readings);
        vm.prank(ALICE);
        metering.contest(SUN, SLOT, 1);
        _giveNets(id);
        vm.prank(ALICE);
        nets.objectTo(id);
        vm.warp(AFTER + 2 * OBJECTION);
        nets.voidObjected(_netsOf(id));
        _addPart(_netsOf(id).positions, -1);
        _settlePoint(SUN);
        assertEq(ledger.balanceOf(ALICE), 80_000, "sold to the retailer");
    }

    /// The trade was let through while its operator was not suspended: it stands, and so does its fee.
    function test_A6_an_operator_suspended_or_stripped_of_its_role_gives_no_verdict_and_keeps_what_it_earned() public {
        uint256 first = _trade(1000, 120_000);
        uint256 second = _trade(1000, 120_000);
        _verdict(first, 1, 1000, 7);
        registry.suspend(DSO, true);
        bytes memory call = _verdictCall(second);
        _refused(DSO, address(supervision), call);
        vm.warp(AFTER);
        _giveNets(first);
        assertEq(ledger.balanceOf(DSO), 7, "fee");
        registry.suspend(DSO, false);
        registry.revoke(DSO, Roles.DSO);
        _refused(DSO, address(settlement), abi.encodeCall(settlement.closeInterval, (SLOT)));
    }

    /// Any number of small batches: each costs its sender, none stops the interval from closing.
    function test_A7_dust_batches_that_nobody_judges_hold_up_nothing() public {
        for (uint256 i; i < 20; ++i) _trade(1, FEED_IN);
        vm.warp(AFTER + OBJECTION);
        vm.prank(METERS);
        settlement.closeInterval(SLOT);
    }

    /// The submitter of batches that were let through and that gives no nets delays an interval, and no longer than the rules say.
    function test_A8_nets_withheld_delay_an_interval_for_settlement_seconds_and_no_longer() public {
        uint256 id = _trade(1000, 120_000);
        _verdict(id, 1, 1000, 0);
        vm.warp(AFTER + 14_400 - 1);
        _refused(BOB, address(nets), abi.encodeCall(nets.voidUnsettled, (id)));
        vm.warp(AFTER + 14_400);
        vm.prank(BOB);
        nets.voidUnsettled(id);
        vm.prank(METERS);
        settlement.closeInterval(SLOT);
    }

    function _verdictCall(uint256 id) private view returns (bytes memory) {
        GridSupervision.Round[] memory rounds = new GridSupervision.Round[](1);
        bytes32 entry = supervision.entryHash(0, 1, 7, 1000, 0, "evidence");
        rounds[0] = GridSupervision.Round(id, hex"0000010007", keccak256(abi.encode(bytes32(0), entry)), "");
        return abi.encodeCall(supervision.giveVerdicts, (rounds));
    }

    /// @dev By a named error: neither taken nor a panic.
    function _refused(address sender, address target, bytes memory data) private {
        vm.prank(sender);
        (bool ok, bytes memory problem) = target.call(data);
        assertTrue(!ok, "taken");
        assertTrue(problem.length >= 4 && bytes4(problem) != PANIC, "not refused by name");
    }

    function _sumOfBalances() private view returns (int256 sum) {
        for (uint32 number = 1; number <= registry.participantCount(); ++number) sum += ledger.balanceOfNumber(number);
    }
}
