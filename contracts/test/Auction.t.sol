// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {AuctionMarket} from "../src/market/AuctionMarket.sol";
import {TradeBook} from "../src/market/TradeBook.sol";
import {MarketPart} from "../src/MarketPart.sol";
import {Roles} from "../src/Roles.sol";
import {OpenTradesTesting} from "./OpenTradesTesting.sol";

contract AuctionTest is OpenTradesTesting {
    uint256 private bid;

    function setUp() public override {
        super.setUp();
        vm.prank(COOP);
        bid = market.postBid(COOP_1, SLOT, 1000, 200_000);
    }

    function test_R4_offers_are_taken_cheapest_first_the_earlier_at_equal_price_until_the_quantity_is_met() public {
        _offerToBid(ALICE, SUN, 600, 150_000);
        _offerToBid(BOB, HOME, 300, 120_000);
        _offerToBid(BOB, HOME, 400, 150_000);
        _close();
        assertEq(recorded.length, 3, "three trades");
        _expect(1, HOME, 300, 120_000);
        _expect(2, SUN, 600, 150_000);
        _expect(3, HOME, 100, 150_000);
    }

    function test_R6_an_offer_above_the_bid_of_a_foreign_point_or_of_the_bidding_point_is_refused() public {
        vm.expectRevert(abi.encodeWithSelector(AuctionMarket.AboveBid.selector, uint64(200_001), uint64(200_000)));
        _offerToBid(ALICE, SUN, 600, 200_001);
        vm.expectRevert(abi.encodeWithSelector(AuctionMarket.NotOwnPoint.selector, HOME, ALICE));
        _offerToBid(ALICE, HOME, 600, 150_000);
        vm.expectRevert(abi.encodeWithSelector(TradeBook.SamePoint.selector, COOP_1));
        _offerToBid(COOP, COOP_1, 600, 150_000);
    }

    function test_R7_a_bid_closes_once_by_its_aggregator_before_the_gate() public {
        vm.expectRevert(abi.encodeWithSelector(AuctionMarket.BidNotYours.selector, bid, ALICE));
        vm.prank(ALICE);
        market.closeBid(bid);
        _close();
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

    function test_R7_only_an_aggregator_posts_for_its_own_point() public {
        vm.expectRevert(abi.encodeWithSelector(MarketPart.RoleMissing.selector, ALICE, Roles.AGGREGATOR));
        vm.prank(ALICE);
        market.postBid(SUN, SLOT, 1000, 200_000);
        vm.expectRevert(abi.encodeWithSelector(AuctionMarket.NotOwnPoint.selector, SUN, COOP));
        vm.prank(COOP);
        market.postBid(SUN, SLOT, 1000, 200_000);
    }

    function test_R5_an_offer_whose_owner_is_suspended_is_passed_over() public {
        _offerToBid(ALICE, SUN, 600, 120_000);
        _offerToBid(BOB, HOME, 700, 150_000);
        registry.suspend(ALICE, true);
        _close();
        assertEq(recorded.length, 1, "one trade");
        _expect(1, HOME, 700, 150_000);
    }

    function test_R1_an_offer_of_dust_is_refused() public {
        vm.expectRevert(abi.encodeWithSelector(AuctionMarket.OfferTooSmall.selector, uint64(99), uint64(100)));
        _offerToBid(ALICE, SUN, 99, 150_000);
        _offerToBid(ALICE, SUN, 100, 150_000);
    }

    function test_R2_a_seller_has_at_most_four_offers_to_a_bid_over_all_its_points() public {
        _connect("SUN-B", ALICE);
        for (uint256 i; i < 4; ++i) _offerToBid(ALICE, i < 2 ? SUN : bytes32("SUN-B"), 100, 150_000);
        vm.expectRevert(abi.encodeWithSelector(AuctionMarket.TooManyOffers.selector, bid, ALICE));
        _offerToBid(ALICE, SUN, 100, 100_000);
        _offerToBid(BOB, HOME, 100, 150_000);
    }

    function test_R3_in_a_full_bid_a_cheaper_offer_displaces_the_dearest_of_equal_ones_the_latest() public {
        _fill(150_000);
        vm.expectRevert(abi.encodeWithSelector(AuctionMarket.BidFull.selector, bid, uint64(150_000)));
        _offerToBid(ALICE, SUN, 1000, 150_000);
        vm.expectEmit(address(market));
        emit AuctionMarket.BidOfferDisplaced(bid, 64);
        _offerToBid(ALICE, SUN, 100, 149_999);
        vm.expectEmit(address(market));
        emit AuctionMarket.BidOfferDisplaced(bid, 63);
        _offerToBid(ALICE, SUN, 100, 149_998);
        assertEq(market.bidOffers(bid).length, 64, "places");
        _close();
        _expect(1, SUN, 100, 149_998);
        _expect(2, SUN, 100, 149_999);
        // Then the earliest of those at 150,000, whatever places the displaced ones had.
        assertEq(recorded[2].sellerConnection, registry.connectionOf(_sellerPoint(0)), "first of the equal");
    }

    function test_R3_a_displaced_seller_may_offer_again_and_time_counts_from_the_new_offer() public {
        _fill(150_000);
        _offerToBid(ALICE, SUN, 100, 140_000);
        address displaced = address(uint160(0x5E11E2) + 15);
        _offerToBid(displaced, _sellerPoint(15), 100, 140_000);
        _close();
        _expect(1, SUN, 100, 140_000);
        _expect(2, _sellerPoint(15), 100, 140_000);
        _expect(3, _sellerPoint(0), 100, 150_000);
    }

    /// 16 sellers fill all 64 places at a price.
    function _fill(uint64 price) private {
        for (uint256 i; i < 16; ++i) {
            address seller = address(uint160(0x5E11E2 + i));
            _register(seller, Roles.PROSUMER, "seller");
            _connect(_sellerPoint(i), seller);
            for (uint256 j; j < 4; ++j) _offerToBid(seller, _sellerPoint(i), 100, price);
        }
    }

    function _sellerPoint(uint256 i) private pure returns (bytes32) {
        return bytes32(uint256(bytes32("SELLER-")) + i);
    }

    function testFuzz_R4_no_offer_left_is_cheaper_than_one_taken(uint64[8] memory energies, uint64[8] memory prices) public {
        uint256 offered;
        for (uint256 i; i < 8; ++i) {
            energies[i] = uint64(bound(energies[i], 100, 400));
            prices[i] = uint64(bound(prices[i], FEED_IN, 200_000));
            offered += energies[i];
            _offerToBid(i % 2 == 0 ? ALICE : BOB, i % 2 == 0 ? SUN : HOME, energies[i], prices[i]);
        }
        _close();
        uint256 taken;
        uint64 dearest;
        for (uint256 i; i < recorded.length; ++i) {
            TradeBook.OpenTrade memory trade = recorded[i];
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

    /// All offers are to COOP-1.
    function _expect(uint256 number, bytes32 seller, uint64 energyWh, uint64 price) private view {
        _expect(number, seller, COOP_1, energyWh, price);
    }

    function _close() private {
        _watch();
        vm.prank(COOP);
        market.closeBid(bid);
        _collect(2, COOP);
    }
}
