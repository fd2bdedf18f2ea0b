// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {BilateralMarket} from "../src/market/BilateralMarket.sol";
import {TradeBook} from "../src/market/TradeBook.sol";
import {MarketPart} from "../src/MarketPart.sol";
import {Registry} from "../src/Registry.sol";
import {Roles} from "../src/Roles.sol";
import {MarketTest} from "./MarketTest.sol";

contract BilateralTest is MarketTest {
    function test_a_trade_signed_by_both_is_recorded_whoever_submits_it() public {
        BilateralMarket.TradeTerms memory terms = _terms(SUN, HOME, 1000, 120_000);
        bytes memory bySeller = _sign(ALICE_KEY, terms);
        bytes memory byBuyer = _sign(BOB_KEY, terms);
        vm.expectEmit(address(market));
        emit TradeBook.TradeProposed(1, SLOT, SUN, HOME, ALICE, BOB, 1000, 120_000, 0);
        _propose(COOP, terms, bySeller, byBuyer, 0);
        TradeBook.Trade memory stored = market.trades(_ids(1))[0];
        assertEq(stored.energyWh, 1000, "energy");
        assertEq(stored.interval, SLOT, "interval");
        assertEq(registry.connectionOwner(stored.buyerConnection), BOB, "buyer");
    }

    function test_a_missing_or_foreign_signature_is_refused_naming_the_side() public {
        BilateralMarket.TradeTerms memory terms = _terms(SUN, HOME, 1000, 120_000);
        bytes memory bySeller = _sign(ALICE_KEY, terms);
        bytes memory byBuyer = _sign(BOB_KEY, terms);
        bytes memory byStranger = _sign(COOP_KEY, terms);
        bytes memory sellerRefused = abi.encodeWithSelector(BilateralMarket.SellerSignatureInvalid.selector, 0);
        bytes memory buyerRefused = abi.encodeWithSelector(BilateralMarket.BuyerSignatureInvalid.selector, 0);
        vm.expectRevert(sellerRefused);
        this.propose(COOP, terms, "", byBuyer, 0);
        vm.expectRevert(buyerRefused);
        this.propose(COOP, terms, bySeller, "", 0);
        vm.expectRevert(sellerRefused);
        this.propose(COOP, terms, byStranger, byBuyer, 0);
        vm.expectRevert(buyerRefused);
        this.propose(ALICE, terms, "", byStranger, 0);
        terms.energyWh = 1001;
        vm.expectRevert(sellerRefused);
        this.propose(COOP, terms, bySeller, byBuyer, 0);
    }

    function test_one_owner_of_both_points_signs_once_and_submits_without_signature() public {
        BilateralMarket.TradeTerms memory terms = _terms(COOP_1, COOP_2, 500, 100_000);
        _propose(COOP, terms, "", "", 0);
        terms = _terms(COOP_1, COOP_2, 500, 100_000);
        bytes memory once = _sign(COOP_KEY, terms);
        _propose(ALICE, terms, "", once, 0);
        terms = _terms(COOP_1, COOP_2, 500, 100_000);
        vm.expectRevert(abi.encodeWithSelector(BilateralMarket.SellerSignatureInvalid.selector, 0));
        this.propose(ALICE, terms, "", "", 0);
    }

    function test_a_replay_is_refused_also_after_the_seller_point_changed_hands() public {
        BilateralMarket.TradeTerms memory terms = _terms(SUN, HOME, 1000, 120_000);
        bytes memory byBuyer = _sign(BOB_KEY, terms);
        _propose(ALICE, terms, "", byBuyer, 0);
        assertTrue(market.nonceUsed(SUN, terms.nonce), "used");
        bytes memory refusal = abi.encodeWithSelector(BilateralMarket.NonceUsed.selector, SUN, terms.nonce);
        vm.expectRevert(refusal);
        this.propose(ALICE, terms, "", byBuyer, 0);
        _connect(SUN, COOP);
        vm.expectRevert(refusal);
        this.propose(COOP, terms, "", byBuyer, 0);
    }

    function test_the_gate_closes_at_its_second() public {
        vm.warp(GATE - 1);
        _trade(1000, 120_000);
        vm.warp(GATE);
        vm.expectRevert(abi.encodeWithSelector(MarketPart.GateClosed.selector, SLOT));
        this.trade(1000, 120_000);
    }

    function test_an_interval_off_the_grid_is_refused() public {
        BilateralMarket.TradeTerms memory terms = _terms(SUN, HOME, 1000, 120_000);
        terms.interval = SLOT + 1;
        bytes memory byBuyer = _sign(BOB_KEY, terms);
        vm.expectRevert(abi.encodeWithSelector(MarketPart.IntervalInvalid.selector, SLOT + 1));
        this.propose(ALICE, terms, "", byBuyer, 0);
    }

    function test_prices_keep_to_the_corridor_and_only_a_community_manager_goes_below_feed_in() public {
        vm.expectRevert(abi.encodeWithSelector(TradeBook.PriceOutsideCorridor.selector, FEED_IN - 1, FEED_IN, RETAIL));
        this.trade(1000, FEED_IN - 1);
        vm.expectRevert(abi.encodeWithSelector(TradeBook.PriceOutsideCorridor.selector, RETAIL + 1, FEED_IN, RETAIL));
        this.trade(1000, RETAIL + 1);
        _trade(1000, FEED_IN);
        _trade(1000, RETAIL);
        _propose(COOP, _terms(COOP_1, COOP_2, 500, 0), "", "", 3);
        BilateralMarket.TradeTerms memory terms = _terms(SUN, HOME, 500, 0);
        vm.expectRevert(abi.encodeWithSelector(MarketPart.RoleMissing.selector, ALICE, Roles.COMMUNITY));
        this.propose(ALICE, terms, "", "", 3);
    }

    function test_pool_and_auction_kinds_cannot_be_claimed() public {
        BilateralMarket.TradeTerms memory terms = _terms(COOP_1, COOP_2, 500, 100_000);
        for (uint8 kind = 1; kind < 6; ++kind) {
            if (kind == 3) continue;
            vm.expectRevert(abi.encodeWithSelector(BilateralMarket.KindInvalid.selector, kind));
            this.propose(COOP, terms, "", "", kind);
        }
    }

    function test_nothing_is_recorded_without_energy_within_one_point_or_for_an_unconnected_one() public {
        vm.expectRevert(MarketPart.EnergyZero.selector);
        this.trade(0, 120_000);
        BilateralMarket.TradeTerms memory terms = _terms(COOP_1, COOP_1, 5, 120_000);
        vm.expectRevert(abi.encodeWithSelector(TradeBook.SamePoint.selector, COOP_1));
        this.propose(COOP, terms, "", "", 0);
        terms = _terms(COOP_1, "NOWHERE", 5, 120_000);
        vm.expectRevert(abi.encodeWithSelector(Registry.PointNotConnected.selector, bytes32("NOWHERE")));
        this.propose(COOP, terms, "", "", 0);
    }

    function test_a_suspended_party_a_stranger_and_a_paused_market_stop_new_trades() public {
        BilateralMarket.TradeTerms memory terms = _terms(SUN, HOME, 5, 120_000);
        bytes memory byBuyer = _sign(BOB_KEY, terms);
        registry.suspend(BOB, true);
        vm.expectRevert(abi.encodeWithSelector(Registry.Suspended.selector, BOB));
        this.propose(ALICE, terms, "", byBuyer, 0);
        registry.suspend(BOB, false);
        vm.expectRevert(abi.encodeWithSelector(BilateralMarket.NotParticipant.selector, address(0xbad)));
        this.propose(address(0xbad), terms, "", byBuyer, 0);
        registry.setPaused(true);
        vm.expectRevert(Registry.Paused.selector);
        this.propose(ALICE, terms, "", byBuyer, 0);
        registry.setPaused(false);
        _propose(ALICE, terms, "", byBuyer, 0);
    }

    function test_a_batch_is_all_or_nothing_and_numbered_consecutively() public {
        BilateralMarket.TradeTerms[] memory batch = new BilateralMarket.TradeTerms[](3);
        bytes[] memory none = new bytes[](3);
        for (uint256 i; i < 3; ++i) batch[i] = _terms(COOP_1, COOP_2, uint64(i) + 1, 100_000);
        batch[1].interval = SLOT + 900;
        vm.prank(COOP);
        assertEq(market.proposeTrades(batch, none, none, 0), 1, "first id");
        assertEq(market.tradeCount(), 3, "count");
        assertEq(market.trades(_ids(2))[0].interval, SLOT + 900, "second interval");
        for (uint256 i; i < 3; ++i) batch[i].nonce += 10;
        batch[2].energyWh = 0;
        vm.expectRevert(MarketPart.EnergyZero.selector);
        vm.prank(COOP);
        market.proposeTrades(batch, none, none, 0);
        assertEq(market.tradeCount(), 3, "nothing recorded");
    }

    function testFuzz_every_field_survives_the_slot(uint64 energyWh, uint64 price, uint64 nonce, uint32 step) public {
        energyWh = uint64(bound(energyWh, 1, type(uint64).max));
        price = uint64(bound(price, FEED_IN, RETAIL));
        uint64 interval = SLOT + uint64(bound(step, 0, 1_200_000_000)) * 900; // up to the end of 40 bits
        BilateralMarket.TradeTerms memory terms = BilateralMarket.TradeTerms(COOP_2, COOP_1, interval, energyWh, price, nonce);
        TradeBook.Trade memory stored = market.trades(_ids(_propose(COOP, terms, "", "", 3)))[0];
        assertEq(stored.energyWh, energyWh, "energy");
        assertEq(stored.priceMicroEurPerKwh, price, "price");
        assertEq(stored.interval, interval, "interval");
        assertEq(stored.kind, 3, "kind");
        assertEq(stored.sellerConnection, registry.connectionOf(COOP_2), "seller");
        assertEq(stored.buyerConnection, registry.connectionOf(COOP_1), "buyer");
        assertTrue(market.nonceUsed(COOP_2, nonce), "nonce used");
        unchecked {
            assertTrue(!market.nonceUsed(COOP_2, nonce + 1), "no other nonce");
        }
    }

    // Calls through the test contract itself, so that an expected revert is that of the whole step.
    function propose(
        address sender,
        BilateralMarket.TradeTerms memory terms,
        bytes memory sellerSignature,
        bytes memory buyerSignature,
        uint8 kind
    ) external {
        _propose(sender, terms, sellerSignature, buyerSignature, kind);
    }

    function trade(uint64 energyWh, uint64 price) external {
        _trade(energyWh, price);
    }
}
