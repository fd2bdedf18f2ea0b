// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AuctionMarket} from "../src/market/AuctionMarket.sol";
import {PoolMarket} from "../src/market/PoolMarket.sol";
import {TradeBook} from "../src/market/TradeBook.sol";
import {MarketPart} from "../src/MarketPart.sol";
import {Registry} from "../src/Registry.sol";
import {Roles} from "../src/Roles.sol";
import {MarketTest} from "./MarketTest.sol";

contract PoolTest is MarketTest {
    uint256 private sell;
    uint256 private buy;

    function setUp() public override {
        super.setUp();
        sell = _place(ALICE, SUN, 0, 3000, 100_000);
        buy = _place(BOB, HOME, 1, 2000, 150_000);
    }

    function test_a_clearing_makes_trades_and_takes_from_both_orders() public {
        vm.expectEmit(address(market));
        emit TradeBook.TradeProposed(1, SLOT, SUN, HOME, ALICE, BOB, 1500, 120_000, 1);
        vm.expectEmit(address(market));
        emit PoolMarket.PoolCleared(SLOT, COOP, 120_000, 1500, 1, 1);
        _clear(COOP, SLOT, sell, buy, 1500, 120_000);
        assertEq(market.order(sell).remainingWh, 1500, "sell order");
        assertEq(market.order(buy).remainingWh, 500, "buy order");
    }

    function test_an_order_never_gives_more_than_it_has() public {
        _clear(COOP, SLOT, sell, buy, 2000, 120_000);
        vm.expectRevert(abi.encodeWithSelector(PoolMarket.OrderExhausted.selector, buy, uint64(0), uint64(1)));
        _clear(COOP, SLOT, sell, buy, 1, 120_000);
    }

    function test_limits_of_seller_and_buyer_hold() public {
        vm.expectRevert(abi.encodeWithSelector(PoolMarket.LimitViolated.selector, sell, uint64(100_000), uint64(99_999)));
        _clear(COOP, SLOT, sell, buy, 1, 99_999);
        vm.expectRevert(abi.encodeWithSelector(PoolMarket.LimitViolated.selector, buy, uint64(150_000), uint64(150_001)));
        _clear(COOP, SLOT, sell, buy, 1, 150_001);
        _clear(COOP, SLOT, sell, buy, 1, 100_000);
        _clear(COOP, SLOT, sell, buy, 1, 150_000);
    }

    function test_sides_intervals_gate_corridor_and_role_are_checked() public {
        vm.expectRevert(abi.encodeWithSelector(PoolMarket.OrderMismatch.selector, buy));
        _clear(COOP, SLOT, buy, sell, 1, 120_000);
        vm.expectRevert(abi.encodeWithSelector(PoolMarket.OrderMismatch.selector, sell));
        _clear(COOP, SLOT + 900, sell, buy, 1, 120_000);
        vm.expectRevert(abi.encodeWithSelector(TradeBook.PriceOutsideCorridor.selector, FEED_IN - 1, FEED_IN, RETAIL));
        _clear(COOP, SLOT, sell, buy, 1, FEED_IN - 1);
        vm.expectRevert(abi.encodeWithSelector(MarketPart.RoleMissing.selector, BOB, Roles.AGGREGATOR));
        _clear(BOB, SLOT, sell, buy, 1, 120_000);
        vm.warp(GATE);
        vm.expectRevert(abi.encodeWithSelector(MarketPart.GateClosed.selector, SLOT));
        _clear(COOP, SLOT, sell, buy, 1, 120_000);
    }

    function test_only_the_owner_places_and_cancels_and_a_cancelled_order_is_gone() public {
        vm.expectRevert(abi.encodeWithSelector(PoolMarket.NotPointOwner.selector, SUN, BOB));
        _place(BOB, SUN, 0, 1, 100_000);
        vm.expectRevert(abi.encodeWithSelector(PoolMarket.NotPointOwner.selector, SUN, BOB));
        vm.prank(BOB);
        market.cancelOrder(sell);
        vm.prank(ALICE);
        market.cancelOrder(sell);
        vm.expectRevert(abi.encodeWithSelector(PoolMarket.OrderExhausted.selector, sell, uint64(0), uint64(1)));
        _clear(COOP, SLOT, sell, buy, 1, 120_000);
    }

    function test_an_order_of_a_point_that_changed_hands_or_of_a_suspended_owner_is_not_filled() public {
        registry.suspend(ALICE, true);
        vm.expectRevert(abi.encodeWithSelector(Registry.Suspended.selector, ALICE));
        _clear(COOP, SLOT, sell, buy, 1, 120_000);
        registry.suspend(ALICE, false);
        _connect(SUN, COOP);
        vm.expectRevert(abi.encodeWithSelector(PoolMarket.OrderMismatch.selector, sell));
        _clear(COOP, SLOT, sell, buy, 1, 120_000);
    }

    function testFuzz_volume_taken_is_volume_traded(uint64[6] memory parts) public {
        uint64 left = 2000;
        for (uint256 i; i < parts.length && left > 0; ++i) {
            uint64 energyWh = uint64(bound(parts[i], 1, left));
            _clear(COOP, SLOT, sell, buy, energyWh, 120_000);
            left -= energyWh;
        }
        assertEq(market.order(buy).remainingWh, left, "buy order");
        assertEq(market.order(sell).remainingWh, left + 1000, "sell order");
    }

    function _clear(address sender, uint64 interval, uint256 s, uint256 b, uint64 energyWh, uint64 price) private {
        vm.prank(sender);
        market.clearPool(interval, _ids(s), _ids(b), _wh(energyWh), price);
    }
}

contract AuctionTest is MarketTest {
    uint256 private bid;

    function setUp() public override {
        super.setUp();
        vm.prank(COOP);
        bid = market.postBid(COOP_1, SLOT, 1000, 200_000);
    }

    function test_offers_are_taken_cheapest_first_the_earlier_at_equal_price_until_the_quantity_is_met() public {
        _offerToBid(ALICE, SUN, 600, 150_000);
        _offerToBid(BOB, HOME, 300, 120_000);
        _offerToBid(BOB, HOME, 400, 150_000);
        vm.prank(COOP);
        market.closeBid(bid);
        assertEq(market.tradeCount(), 3, "three trades");
        _expect(1, HOME, 300, 120_000);
        _expect(2, SUN, 600, 150_000);
        _expect(3, HOME, 100, 150_000);
    }

    function test_an_offer_above_the_bid_of_a_foreign_point_or_of_the_bidding_point_is_refused() public {
        vm.expectRevert(abi.encodeWithSelector(AuctionMarket.AboveBid.selector, uint64(200_001), uint64(200_000)));
        _offerToBid(ALICE, SUN, 600, 200_001);
        vm.expectRevert(abi.encodeWithSelector(AuctionMarket.NotOwnPoint.selector, HOME, ALICE));
        _offerToBid(ALICE, HOME, 600, 150_000);
        vm.expectRevert(abi.encodeWithSelector(TradeBook.SamePoint.selector, COOP_1));
        _offerToBid(COOP, COOP_1, 600, 150_000);
    }

    function test_a_bid_closes_once_by_its_aggregator_before_the_gate() public {
        vm.expectRevert(abi.encodeWithSelector(AuctionMarket.BidNotYours.selector, bid, ALICE));
        vm.prank(ALICE);
        market.closeBid(bid);
        vm.prank(COOP);
        market.closeBid(bid);
        vm.expectRevert(abi.encodeWithSelector(AuctionMarket.BidAlreadyClosed.selector, bid));
        vm.prank(COOP);
        market.closeBid(bid);
        vm.expectRevert(abi.encodeWithSelector(AuctionMarket.BidAlreadyClosed.selector, bid));
        _offerToBid(ALICE, SUN, 600, 150_000);
        vm.prank(COOP);
        bid = market.postBid(COOP_1, SLOT, 1000, 200_000);
        vm.warp(GATE);
        vm.expectRevert(abi.encodeWithSelector(MarketPart.GateClosed.selector, SLOT));
        vm.prank(COOP);
        market.closeBid(bid);
    }

    function test_only_an_aggregator_posts_for_its_own_point() public {
        vm.expectRevert(abi.encodeWithSelector(MarketPart.RoleMissing.selector, ALICE, Roles.AGGREGATOR));
        vm.prank(ALICE);
        market.postBid(SUN, SLOT, 1000, 200_000);
        vm.expectRevert(abi.encodeWithSelector(AuctionMarket.NotOwnPoint.selector, SUN, COOP));
        vm.prank(COOP);
        market.postBid(SUN, SLOT, 1000, 200_000);
    }

    function test_an_offer_whose_owner_is_suspended_is_passed_over() public {
        _offerToBid(ALICE, SUN, 600, 120_000);
        _offerToBid(BOB, HOME, 700, 150_000);
        registry.suspend(ALICE, true);
        vm.prank(COOP);
        market.closeBid(bid);
        assertEq(market.tradeCount(), 1, "one trade");
        _expect(1, HOME, 700, 150_000);
    }

    function test_a_full_bid_takes_no_more_offers_and_still_closes() public {
        for (uint256 i; i < 64; ++i) _offerToBid(ALICE, SUN, 10, 164_000 - uint64(i) * 1000);
        vm.expectRevert(abi.encodeWithSelector(AuctionMarket.BidFull.selector, bid));
        _offerToBid(ALICE, SUN, 10, 150_000);
        vm.prank(COOP);
        market.closeBid(bid);
        assertEq(market.tradeCount(), 64, "all taken");
        _expect(1, SUN, 10, 101_000);
    }

    function testFuzz_no_offer_left_is_cheaper_than_one_taken(uint64[8] memory energies, uint64[8] memory prices) public {
        uint256 offered;
        for (uint256 i; i < 8; ++i) {
            energies[i] = uint64(bound(energies[i], 1, 400));
            prices[i] = uint64(bound(prices[i], FEED_IN, 200_000));
            offered += energies[i];
            _offerToBid(ALICE, SUN, energies[i], prices[i]);
        }
        vm.prank(COOP);
        market.closeBid(bid);
        uint256 taken;
        uint64 dearest;
        for (uint256 id = 1; id <= market.tradeCount(); ++id) {
            TradeBook.Trade memory trade = market.trades(_ids(id))[0];
            assertTrue(trade.priceMicroEurPerKwh >= dearest, "ascending");
            dearest = trade.priceMicroEurPerKwh;
            taken += trade.energyWh;
        }
        assertEq(taken, offered < 1000 ? offered : 1000, "met, or everything taken");
        uint256 below;
        for (uint256 i; i < 8; ++i) if (prices[i] < dearest) below += energies[i];
        assertTrue(below < taken, "everything cheaper than the dearest taken was taken first");
    }

    function _offerToBid(address owner, bytes32 point, uint64 energyWh, uint64 price) private {
        vm.prank(owner);
        market.offerToBid(bid, point, energyWh, price);
    }

    function _expect(uint256 id, bytes32 point, uint64 energyWh, uint64 price) private view {
        TradeBook.Trade memory trade = market.trades(_ids(id))[0];
        assertEq(trade.sellerConnection, registry.connectionOf(point), "seller");
        assertEq(trade.energyWh, energyWh, "energy");
        assertEq(trade.priceMicroEurPerKwh, price, "price");
        assertEq(trade.kind, 2, "kind");
    }
}
