// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EnergyMarket} from "../src/EnergyMarket.sol";
import {OpenTrades} from "../src/market/OpenTrades.sol";
import {OrderBook} from "../src/market/OrderBook.sol";
import {PoolClearing} from "../src/market/PoolClearing.sol";
import {TradeBook} from "../src/market/TradeBook.sol";
import {MarketPart} from "../src/MarketPart.sol";
import {MarketRules} from "../src/MarketRules.sol";
import {PoolMarket} from "../src/PoolMarket.sol";
import {Registry} from "../src/Registry.sol";
import {OpenTradesTesting} from "./OpenTradesTesting.sol";

/// @notice Builders of claims over the orders of SLOT.
abstract contract PoolTesting is OpenTradesTesting {
    function _list() internal pure returns (uint32[] memory) {
        return new uint32[](0);
    }

    function _list(uint32 a) internal pure returns (uint32[] memory list) {
        list = new uint32[](1);
        list[0] = a;
    }

    function _list(uint32 a, uint32 b) internal pure returns (uint32[] memory list) {
        list = new uint32[](2);
        (list[0], list[1]) = (a, b);
    }

    function _clear(address sender, uint32[] memory sells, uint32[] memory buys, uint64 price, uint128 energyWh) internal {
        _watch();
        vm.prank(sender);
        pool.clearPool(SLOT, PoolMarket.Claim(sells, buys, price, energyWh));
        _collect(1, sender);
    }
}

/// @notice Orders 1 SUN sells 3000 at 100,000; 2 HOME buys 2000 to 150,000; 3 COOP-1 sells 500 at 90,000; 4 COOP-2 buys 600 to 170,000.
contract PoolTest is PoolTesting {
    uint32[] private sells = [3, 1];
    uint32[] private buys = [4, 2];
    /// Middle of 100,000 and 150,000, the last pair.
    uint64 private constant PRICE = 125_000;
    uint128 private constant ENERGY = 2600;

    function setUp() public override {
        super.setUp();
        _place(ALICE, SUN, 0, 3000, 100_000);
        _place(BOB, HOME, 1, 2000, 150_000);
        _place(COOP, COOP_1, 0, 500, 90_000);
        _place(COOP, COOP_2, 1, 600, 170_000);
        vm.warp(POOL_CLOSURE);
    }

    function test_P9_the_best_sell_meets_the_best_buy_and_P10_all_at_the_middle_of_the_last_pair() public {
        vm.expectEmit(address(pool));
        emit PoolMarket.PoolCleared(SLOT, BOB, PRICE, ENERGY, 1, 2, 0);
        _clear(BOB, sells, buys, PRICE, ENERGY);
        assertEq(recorded.length, 3, "trades");
        _expect(1, COOP_1, COOP_2, 500, PRICE);
        _expect(2, SUN, COOP_2, 100, PRICE);
        _expect(3, SUN, HOME, 2000, PRICE);
        PoolMarket.Clearing memory cleared = pool.clearing(SLOT);
        assertEq(cleared.clearedBy, BOB, "cleared by");
        assertEq(cleared.energyWh, ENERGY, "energy");
        assertEq(cleared.lastSell, 1, "last sell");
        assertEq(cleared.lastBuy, 2, "last buy");
    }

    function test_P6_an_interval_is_cleared_once_after_its_pool_closes_and_before_its_gate_by_a_participant() public {
        vm.warp(POOL_CLOSURE - 1);
        vm.expectRevert(abi.encodeWithSelector(PoolMarket.PoolOpen.selector, SLOT));
        _clear(BOB, sells, buys, PRICE, ENERGY);
        vm.warp(GATE);
        vm.expectRevert(abi.encodeWithSelector(MarketPart.GateClosed.selector, SLOT));
        _clear(BOB, sells, buys, PRICE, ENERGY);
        vm.warp(GATE - 1);
        vm.expectRevert(abi.encodeWithSelector(MarketPart.NotParticipant.selector, address(0xbad)));
        _clear(address(0xbad), sells, buys, PRICE, ENERGY);
        registry.suspend(BOB, true);
        vm.expectRevert(abi.encodeWithSelector(MarketPart.NotParticipant.selector, BOB));
        _clear(BOB, sells, buys, PRICE, ENERGY);
        registry.suspend(BOB, false);
        registry.setPaused(true);
        vm.expectRevert(Registry.Paused.selector);
        _clear(BOB, sells, buys, PRICE, ENERGY);
        registry.setPaused(false);
        _clear(BOB, sells, buys, PRICE, ENERGY);
        vm.expectRevert(abi.encodeWithSelector(OrderBook.PoolAlreadyCleared.selector, SLOT));
        _clear(BOB, sells, buys, PRICE, ENERGY);
        vm.expectRevert(abi.encodeWithSelector(OrderBook.PoolAlreadyCleared.selector, SLOT));
        vm.prank(ALICE);
        pool.beginClearing(SLOT);
        uint256 id = pool.orderIdOf(SLOT, 1);
        vm.expectRevert(abi.encodeWithSelector(OrderBook.PoolAlreadyCleared.selector, SLOT));
        vm.prank(ALICE);
        pool.cancelOrder(id);
    }

    function test_P7_an_order_left_out_is_missed() public {
        vm.expectRevert(abi.encodeWithSelector(PoolMarket.ClearingIncomplete.selector, uint32(1), uint32(2), uint32(2), uint32(2)));
        _clear(BOB, _list(1), buys, PRICE, 2600);
        vm.expectRevert(abi.encodeWithSelector(PoolMarket.ClearingIncomplete.selector, uint32(2), uint32(2), uint32(1), uint32(2)));
        _clear(BOB, sells, _list(2), PRICE, 2000);
    }

    function test_P7_orders_swapped_repeated_of_the_other_side_or_unknown_are_refused() public {
        vm.expectRevert(abi.encodeWithSelector(PoolClearing.OrderMisplaced.selector, uint32(3)));
        _clear(BOB, _list(1, 3), buys, PRICE, ENERGY);
        vm.expectRevert(abi.encodeWithSelector(PoolClearing.OrderMisplaced.selector, uint32(4)));
        _clear(BOB, sells, _list(2, 4), PRICE, ENERGY);
        vm.expectRevert(abi.encodeWithSelector(PoolClearing.OrderMisplaced.selector, uint32(3)));
        _clear(BOB, _list(3, 3), buys, PRICE, ENERGY);
        bytes memory mismatch = abi.encodeWithSelector(PoolMarket.OrderMismatch.selector, pool.orderIdOf(SLOT, 2));
        vm.expectRevert(mismatch);
        _clear(BOB, _list(3, 2), _list(4, 1), PRICE, ENERGY);
        bytes memory unknown = abi.encodeWithSelector(OrderBook.OrderUnknown.selector, pool.orderIdOf(SLOT, 5));
        vm.expectRevert(unknown);
        _clear(BOB, sells, _list(4, 5), PRICE, ENERGY);
    }

    function test_P7_the_earlier_comes_first_at_equal_limits() public {
        vm.warp(POOL_CLOSURE - 1);
        _connect("SUN-B", ALICE);
        _place(ALICE, "SUN-B", 0, 500, 90_000);
        vm.warp(POOL_CLOSURE);
        uint32[] memory three = new uint32[](3);
        (three[0], three[1], three[2]) = (5, 3, 1);
        vm.expectRevert(abi.encodeWithSelector(PoolClearing.OrderMisplaced.selector, uint32(3)));
        _clear(BOB, three, buys, PRICE, ENERGY);
        (three[0], three[1]) = (3, 5);
        _clear(BOB, three, buys, PRICE, ENERGY);
        _expect(1, COOP_1, COOP_2, 500, PRICE);
        _expect(2, "SUN-B", COOP_2, 100, PRICE);
    }

    function test_P7_a_cancelled_order_is_not_listed() public {
        uint256 id = pool.orderIdOf(SLOT, 3);
        vm.prank(COOP);
        pool.cancelOrder(id);
        vm.expectRevert(abi.encodeWithSelector(PoolMarket.OrderMismatch.selector, id));
        _clear(BOB, sells, buys, PRICE, ENERGY);
        _clear(BOB, _list(1), buys, PRICE, ENERGY);
        _expect(1, SUN, COOP_2, 600, PRICE);
    }

    function test_P8_orders_of_a_suspended_owner_are_listed_and_passed_over() public {
        registry.suspend(COOP, true);
        // COOP-1 and COOP-2 are listed all the same.
        _clear(BOB, sells, buys, PRICE, 2000);
        _expect(1, SUN, HOME, 2000, PRICE);
        assertEq(recorded.length, 1, "trades");
    }

    function test_P8_a_point_that_changed_hands_trades_nothing_of_its_old_owner() public {
        _connect(COOP_1, BOB);
        _clear(BOB, sells, buys, PRICE, ENERGY);
        _expect(1, SUN, COOP_2, 600, PRICE);
    }

    function test_P8_an_order_that_expired_before_the_clearing_is_passed_over() public {
        vm.warp(POOL_CLOSURE - 1);
        OrderBook.OrderTerms memory terms = _orderTerms(COOP_1, 0, 500, 80_000);
        terms.expiresAt = POOL_CLOSURE + 60;
        _submit(COOP, terms, "");
        vm.warp(POOL_CLOSURE + 60);
        uint32[] memory three = new uint32[](3);
        (three[0], three[1], three[2]) = (5, 3, 1);
        _clear(BOB, three, buys, PRICE, ENERGY);
        assertEq(recorded.length, 3, "trades");
    }

    function test_P12_a_claim_that_is_off_by_one_is_refused_and_leaves_nothing() public {
        bytes memory wrong = abi.encodeWithSelector(PoolMarket.ClaimWrong.selector, PRICE, ENERGY);
        vm.expectRevert(wrong);
        _clear(BOB, sells, buys, PRICE + 1, ENERGY);
        vm.expectRevert(wrong);
        _clear(BOB, sells, buys, PRICE - 1, ENERGY);
        vm.expectRevert(wrong);
        _clear(BOB, sells, buys, PRICE, ENERGY + 1);
        vm.expectRevert(wrong);
        _clear(BOB, sells, buys, PRICE, ENERGY - 1);
        assertEq(recorded.length, 0, "trades");
        _clear(BOB, sells, buys, PRICE, ENERGY);
    }

    function test_P13_steps_give_what_one_transaction_gives_and_P14_anyone_records_each_part_once() public {
        _begin(BOB);
        OpenTrades.MatchedTrade[] memory first = new OpenTrades.MatchedTrade[](1);
        first[0] = OpenTrades.MatchedTrade(registry.connectionOf(COOP_1), registry.connectionOf(COOP_2), 1, 1, 500, 90_000);
        vm.expectEmit(address(pool));
        emit PoolMarket.PoolWalked(SLOT, BOB, 0, first);
        _step(BOB, _list(3), _list(4));
        _step(BOB, _list(1), _list());
        vm.expectRevert(abi.encodeWithSelector(PoolMarket.ClearingIncomplete.selector, uint32(2), uint32(2), uint32(1), uint32(2)));
        vm.prank(BOB);
        pool.finishClearing(SLOT, PRICE, ENERGY);
        _step(BOB, _list(), _list(2));
        // Nothing is on record before the price is known.
        vm.expectRevert(abi.encodeWithSelector(PoolMarket.PartUnknown.selector, SLOT, uint32(0)));
        _record(ALICE, 0, first);
        vm.expectRevert(abi.encodeWithSelector(PoolMarket.ClaimWrong.selector, PRICE, ENERGY));
        vm.prank(BOB);
        pool.finishClearing(SLOT, PRICE + 1, ENERGY);
        vm.expectEmit(address(pool));
        emit PoolMarket.PoolCleared(SLOT, BOB, PRICE, ENERGY, 1, 2, 3);
        vm.prank(BOB);
        pool.finishClearing(SLOT, PRICE, ENERGY);

        _record(ALICE, 0, first);
        _expect(1, COOP_1, COOP_2, 500, PRICE);
        vm.expectRevert(abi.encodeWithSelector(PoolMarket.PartUnknown.selector, SLOT, uint32(0)));
        _record(ALICE, 0, first);
        first[0] = OpenTrades.MatchedTrade(registry.connectionOf(SUN), registry.connectionOf(COOP_2), 1, 1, 101, 100_000);
        vm.expectRevert(abi.encodeWithSelector(PoolMarket.PartUnknown.selector, SLOT, uint32(1)));
        _record(ALICE, 1, first);
        first[0].energyWh = 100;
        _record(COOP, 1, first);
        first[0] = OpenTrades.MatchedTrade(registry.connectionOf(SUN), registry.connectionOf(HOME), 1, 1, 2000, 100_000);
        vm.warp(GATE);
        vm.expectRevert(abi.encodeWithSelector(MarketPart.GateClosed.selector, SLOT));
        _record(ALICE, 2, first);
        vm.warp(GATE - 1);
        registry.setPaused(true);
        vm.expectRevert(Registry.Paused.selector);
        _record(ALICE, 2, first);
        registry.setPaused(false);
        _record(ALICE, 2, first);
        _expect(3, SUN, HOME, 2000, PRICE);
        vm.expectRevert(abi.encodeWithSelector(PoolMarket.PartUnknown.selector, SLOT, uint32(3)));
        _record(ALICE, 3, first);
    }

    function test_P14_many_small_parts_are_recorded_in_one_transaction() public {
        _begin(BOB);
        _step(BOB, _list(3), _list(4));
        _step(BOB, _list(1), _list());
        _step(BOB, _list(), _list(2));
        vm.prank(BOB);
        pool.finishClearing(SLOT, PRICE, ENERGY);
        OpenTrades.MatchedTrade[][] memory parts = new OpenTrades.MatchedTrade[][](2);
        parts[0] = new OpenTrades.MatchedTrade[](1);
        parts[0][0] = OpenTrades.MatchedTrade(registry.connectionOf(SUN), registry.connectionOf(COOP_2), 1, 1, 100, 100_000);
        parts[1] = new OpenTrades.MatchedTrade[](1);
        parts[1][0] = OpenTrades.MatchedTrade(registry.connectionOf(SUN), registry.connectionOf(HOME), 1, 1, 2000, 100_000);
        vm.expectRevert(abi.encodeWithSelector(PoolMarket.PartUnknown.selector, SLOT, uint32(1)));
        _recordParts(0, parts);
        _recordParts(1, parts);
        assertEq(recorded.length, 2, "trades");
        _expect(1, SUN, COOP_2, 100, PRICE);
        _expect(2, SUN, HOME, 2000, PRICE);
    }

    function _recordParts(uint32 firstPart, OpenTrades.MatchedTrade[][] memory parts) private {
        _watch();
        vm.prank(ALICE);
        pool.recordTrades(SLOT, firstPart, parts);
        _collect(1, ALICE);
    }

    function test_P13_a_walk_left_or_poisoned_by_one_blocks_nobody_and_is_begun_anew() public {
        vm.expectRevert(abi.encodeWithSelector(PoolMarket.ClearingNotBegun.selector, SLOT, ALICE));
        _step(ALICE, sells, buys);
        // ALICE leaves out an order: her walk can never end.
        _begin(ALICE);
        _step(ALICE, _list(1), buys);
        vm.expectRevert(abi.encodeWithSelector(PoolClearing.OrderMisplaced.selector, uint32(3)));
        _step(ALICE, _list(3), _list());
        _begin(BOB);
        _step(BOB, sells, _list(4));
        _begin(ALICE);
        _step(ALICE, sells, buys);
        vm.prank(ALICE);
        pool.finishClearing(SLOT, PRICE, ENERGY);
        vm.expectRevert(abi.encodeWithSelector(OrderBook.PoolAlreadyCleared.selector, SLOT));
        _step(BOB, _list(), _list(2));
    }

    function test_P13_an_order_cancelled_during_a_walk_still_counts_in_it_and_not_in_a_later_one() public {
        uint256 id = pool.orderIdOf(SLOT, 3);
        _begin(BOB);
        vm.prank(COOP);
        pool.cancelOrder(id);
        _begin(ALICE);
        vm.expectRevert(abi.encodeWithSelector(PoolMarket.OrderMismatch.selector, id));
        _step(ALICE, sells, buys);
        _step(BOB, sells, buys);
        vm.prank(BOB);
        pool.finishClearing(SLOT, PRICE, ENERGY);
    }

    function test_P13_an_order_that_expires_during_a_walk_still_counts_in_it() public {
        vm.warp(POOL_CLOSURE - 1);
        OrderBook.OrderTerms memory terms = _orderTerms(COOP_1, 0, 500, 80_000);
        terms.expiresAt = POOL_CLOSURE + 60;
        _submit(COOP, terms, "");
        vm.warp(POOL_CLOSURE);
        _begin(BOB);
        vm.warp(POOL_CLOSURE + 60);
        uint32[] memory three = new uint32[](3);
        (three[0], three[1], three[2]) = (5, 3, 1);
        _step(BOB, three, buys);
        assertEq(pool.walkOf(SLOT, BOB).energyWh, ENERGY, "energy");
        vm.prank(BOB);
        pool.finishClearing(SLOT, PRICE, ENERGY);
    }

    function test_P13_more_orders_than_a_step_takes_are_refused() public {
        vm.expectRevert(abi.encodeWithSelector(PoolMarket.StepTooLong.selector, uint256(601), uint256(600)));
        _clear(BOB, new uint32[](301), new uint32[](300), PRICE, ENERGY);
    }

    function test_P15_trades_are_recorded_by_the_areas_they_join() public {
        vm.warp(POOL_CLOSURE - 1);
        registry.openArea(DSO);
        bytes32[] memory points = _points("FAR");
        address[] memory owners = new address[](1);
        owners[0] = ALICE;
        registry.connectPoints(points, owners, 2);
        _place(ALICE, "FAR", 0, 550, 90_000);
        vm.warp(POOL_CLOSURE);
        uint32[] memory three = new uint32[](3);
        (three[0], three[1], three[2]) = (3, 5, 1);
        // In the order of the walk: COOP-1 500, FAR 100 to COOP-2; FAR 450, SUN 1550 to HOME.
        _clear(BOB, three, buys, PRICE, ENERGY);
        _expect(1, COOP_1, COOP_2, 500, PRICE);
        _expect(2, SUN, HOME, 1550, PRICE);
        _expect(3, "FAR", COOP_2, 100, PRICE);
        _expect(4, "FAR", HOME, 450, PRICE);
    }

    function test_P16_an_interval_nobody_cleared_has_no_trades_and_one_without_orders_clears_empty() public {
        vm.warp(POOL_CLOSURE + 900);
        vm.prank(BOB);
        pool.clearPool(SLOT + 900, PoolMarket.Claim(_list(), _list(), 0, 0));
        assertEq(recorded.length, 0, "trades");
        vm.warp(AFTER);
        vm.expectRevert(abi.encodeWithSelector(MarketPart.GateClosed.selector, SLOT));
        _begin(BOB);
    }

    function test_P17_only_the_pool_records_for_the_pool_inside_the_corridor_and_before_the_gate() public {
        OpenTrades.MatchedTrade[] memory one = new OpenTrades.MatchedTrade[](1);
        one[0] = OpenTrades.MatchedTrade(registry.connectionOf(SUN), registry.connectionOf(HOME), 1, 1, 100, FEED_IN - 1);
        vm.expectRevert(abi.encodeWithSelector(EnergyMarket.NotPool.selector, BOB));
        vm.prank(BOB);
        market.recordPool(SLOT, BOB, one);
        vm.expectRevert(abi.encodeWithSelector(TradeBook.PriceOutsideCorridor.selector, FEED_IN - 1, FEED_IN, RETAIL));
        vm.prank(address(pool));
        market.recordPool(SLOT, BOB, one);
        vm.warp(GATE);
        vm.expectRevert(abi.encodeWithSelector(MarketPart.GateClosed.selector, SLOT));
        vm.prank(address(pool));
        market.recordPool(SLOT, BOB, one);
    }

    function _begin(address sender) private {
        vm.prank(sender);
        pool.beginClearing(SLOT);
    }

    function _step(address sender, uint32[] memory moreSells, uint32[] memory moreBuys) private {
        vm.prank(sender);
        pool.stepClearing(SLOT, moreSells, moreBuys);
    }

    function _record(address sender, uint32 part, OpenTrades.MatchedTrade[] memory trades) private {
        OpenTrades.MatchedTrade[][] memory parts = new OpenTrades.MatchedTrade[][](1);
        parts[0] = trades;
        _watch();
        vm.prank(sender);
        pool.recordTrades(SLOT, part, parts);
        _collect(1, sender);
    }
}

/// @notice One sell and one buy, whose limits say what the price is.
contract PoolPriceTest is PoolTesting {
    function test_P10_the_price_is_rounded_down() public {
        _pair(100_000, 100_003, 100_001);
    }

    function test_P10_the_middle_is_moved_into_the_corridor() public {
        _pair(0, FEED_IN + 1000, FEED_IN);
    }

    function test_P10_the_middle_is_moved_below_the_retail_price() public {
        _pair(RETAIL, type(uint64).max, RETAIL);
    }

    function test_P10_limits_beyond_the_corridor_on_both_sides_meet_in_the_middle() public {
        _pair(0, 500_000, 250_000);
    }

    function test_P9_a_buy_below_the_feed_in_price_is_not_matched() public {
        _pair(0, FEED_IN - 1, 0);
    }

    function test_P9_a_sell_above_the_retail_price_is_not_matched() public {
        _pair(RETAIL + 1, type(uint64).max, 0);
    }

    function test_P9_limits_that_do_not_agree_are_not_matched() public {
        _pair(100_001, 100_000, 0);
    }

    function testFuzz_P10_the_price_lies_inside_the_corridor_and_both_limits(uint64 sellLimit, uint64 buyLimit) public {
        (sellLimit, buyLimit) = (uint64(bound(sellLimit, 0, 400_000)), uint64(bound(buyLimit, 0, 400_000)));
        bool agree = sellLimit <= buyLimit && sellLimit <= RETAIL && buyLimit >= FEED_IN;
        uint64 price = (sellLimit + buyLimit) / 2;
        if (price < FEED_IN) price = FEED_IN;
        if (price > RETAIL) price = RETAIL;
        _pair(sellLimit, buyLimit, agree ? price : 0);
        if (!agree) return;
        assertTrue(price >= sellLimit && price <= buyLimit, "limits");
    }

    function test_P11_a_market_with_another_pricing_or_without_time_to_clear_is_not_set_up() public {
        MarketRules.Rules memory terms = MarketRules.Rules(900, 600, 0, 1, 86_400, 300, 0, 0, 0, 14_400, 0, RETAILER);
        MarketRules.Tariff memory tariff = MarketRules.Tariff(0, FEED_IN, RETAIL, FEE_CAP);
        vm.expectRevert(MarketRules.RulesInvalid.selector);
        new MarketRules(address(this), terms, tariff);
        (terms.poolLeadSeconds, terms.poolPricing) = (1, 2);
        vm.expectRevert(MarketRules.RulesInvalid.selector);
        new MarketRules(address(this), terms, tariff);
        terms.poolPricing = 1;
        new MarketRules(address(this), terms, tariff);
    }

    /// @param price expected; 0: no trade
    function _pair(uint64 sellLimit, uint64 buyLimit, uint64 price) private {
        _place(ALICE, SUN, 0, 1000, sellLimit);
        _place(BOB, HOME, 1, 400, buyLimit);
        vm.warp(POOL_CLOSURE);
        _clear(BOB, _list(1), _list(2), price, price == 0 ? 0 : 400);
        assertEq(recorded.length, price == 0 ? 0 : 1, "trades");
        if (price != 0) _expect(1, SUN, HOME, 400, price);
    }
}

contract PayAsBidTest is PoolTesting {
    function _poolPricing() internal pure override returns (uint8) {
        return 1;
    }

    function test_P11_every_pair_pays_its_sellers_limit_raised_to_the_floor() public {
        _place(ALICE, SUN, 0, 3000, 100_000);
        _place(BOB, HOME, 1, 2000, 150_000);
        _place(COOP, COOP_1, 0, 500, FEED_IN - 1);
        _place(COOP, COOP_2, 1, 600, 170_000);
        vm.warp(POOL_CLOSURE);
        vm.expectRevert(abi.encodeWithSelector(PoolMarket.ClaimWrong.selector, uint64(100_000), uint128(2600)));
        _clear(BOB, _list(3, 1), _list(4, 2), 125_000, 2600);
        _clear(BOB, _list(3, 1), _list(4, 2), 100_000, 2600);
        _expect(1, COOP_1, COOP_2, 500, FEED_IN);
        _expect(2, SUN, COOP_2, 100, 100_000);
        _expect(3, SUN, HOME, 2000, 100_000);
    }
}
