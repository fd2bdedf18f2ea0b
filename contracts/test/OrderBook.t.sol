// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {OrderBook} from "../src/market/OrderBook.sol";
import {MarketPart} from "../src/MarketPart.sol";
import {Registry} from "../src/Registry.sol";
import {MarketTest} from "./MarketTest.sol";

contract OrderBookTest is MarketTest {
    function test_P1_anyone_who_takes_part_submits_what_the_owner_signed() public {
        OrderBook.OrderTerms memory terms = _orderTerms(SUN, 0, 3000, 100_000);
        bytes memory signature = _signOrder(ALICE_KEY, terms);
        vm.expectRevert(abi.encodeWithSelector(MarketPart.NotParticipant.selector, address(0xbad)));
        _submit(address(0xbad), terms, signature);
        uint256 id = pool.orderIdOf(SLOT, 1);
        vm.expectEmit(address(pool));
        emit OrderBook.OrderPlaced(id, SLOT, SUN, ALICE, 0, 3000, 100_000, SLOT);
        assertEq(_submit(BOB, terms, signature), id, "id");
        OrderBook.Order memory placed = pool.order(id);
        assertEq(placed.connection, registry.connectionOf(SUN), "connection");
        assertEq(placed.energyWh, 3000, "energy");
        assertEq(placed.limitPriceMicroEurPerKwh, 100_000, "limit");
        assertEq(placed.expiresAt, SLOT, "expiry");
        assertEq(pool.book(SLOT).sells, 1, "sells");
        assertEq(pool.book(SLOT).buys, 0, "buys");
    }

    function test_P1_an_order_nobody_or_somebody_else_signed_is_refused_and_so_is_an_altered_one() public {
        OrderBook.OrderTerms memory terms = _orderTerms(SUN, 0, 3000, 100_000);
        bytes memory refused = abi.encodeWithSelector(OrderBook.OrderSignatureInvalid.selector, uint256(0));
        vm.expectRevert(refused);
        _submit(BOB, terms, "");
        bytes memory signature = _signOrder(BOB_KEY, terms);
        vm.expectRevert(refused);
        _submit(BOB, terms, signature);
        signature = _signOrder(ALICE_KEY, terms);
        for (uint256 i; i < 7; ++i) {
            OrderBook.OrderTerms memory altered = OrderBook.OrderTerms(
                terms.point, terms.interval, terms.side, terms.energyWh, terms.limitPriceMicroEurPerKwh, terms.expiresAt, terms.nonce
            );
            if (i == 0) altered.point = HOME;
            if (i == 1) altered.interval += 900;
            if (i == 2) altered.side = 1;
            if (i == 3) ++altered.energyWh;
            if (i == 4) --altered.limitPriceMicroEurPerKwh;
            if (i == 5) ++altered.expiresAt;
            if (i == 6) ++altered.nonce;
            vm.expectRevert(refused);
            _submit(COOP, altered, signature);
        }
        _submit(COOP, terms, signature);
    }

    function test_P1_what_the_old_owner_signed_is_worth_nothing_once_the_point_changed_hands() public {
        OrderBook.OrderTerms memory terms = _orderTerms(SUN, 0, 3000, 100_000);
        bytes memory signature = _signOrder(ALICE_KEY, terms);
        _connect(SUN, BOB);
        vm.expectRevert(abi.encodeWithSelector(OrderBook.OrderSignatureInvalid.selector, uint256(0)));
        _submit(COOP, terms, signature);
    }

    function test_P1_a_suspended_owner_places_nothing_and_a_suspended_submitter_submits_nothing() public {
        OrderBook.OrderTerms memory terms = _orderTerms(SUN, 0, 3000, 100_000);
        bytes memory signature = _signOrder(ALICE_KEY, terms);
        registry.suspend(ALICE, true);
        vm.expectRevert(abi.encodeWithSelector(Registry.Suspended.selector, ALICE));
        _submit(BOB, terms, signature);
        registry.suspend(ALICE, false);
        registry.suspend(BOB, true);
        vm.expectRevert(abi.encodeWithSelector(MarketPart.NotParticipant.selector, BOB));
        _submit(BOB, terms, signature);
    }

    function test_P2_an_order_counts_once_also_after_it_was_cancelled() public {
        OrderBook.OrderTerms memory terms = _orderTerms(SUN, 0, 3000, 100_000);
        bytes memory signature = _signOrder(ALICE_KEY, terms);
        uint256 id = _submit(BOB, terms, signature);
        bytes memory used = abi.encodeWithSelector(OrderBook.OrderNonceUsed.selector, SUN, terms.nonce);
        vm.expectRevert(used);
        _submit(BOB, terms, signature);
        _cancel(ALICE, id);
        vm.expectRevert(used);
        _submit(ALICE, terms, "");
        terms.point = COOP_1;
        _submit(COOP, terms, "");
    }

    function test_P2_the_owner_voids_a_signed_order_also_while_paused_and_nobody_else_does() public {
        OrderBook.OrderTerms memory terms = _orderTerms(SUN, 0, 3000, 100_000);
        bytes memory signature = _signOrder(ALICE_KEY, terms);
        vm.expectRevert(abi.encodeWithSelector(OrderBook.NotPointOwner.selector, SUN, BOB));
        vm.prank(BOB);
        pool.voidOrder(SUN, terms.nonce);
        registry.setPaused(true);
        vm.prank(ALICE);
        pool.voidOrder(SUN, terms.nonce);
        registry.setPaused(false);
        assertTrue(pool.orderNonceUsed(SUN, terms.nonce), "used");
        vm.expectRevert(abi.encodeWithSelector(OrderBook.OrderNonceUsed.selector, SUN, terms.nonce));
        _submit(BOB, terms, signature);
    }

    function test_P3_orders_end_when_the_pool_closes_and_are_refused_while_paused() public {
        assertEq(pool.poolClosure(SLOT), POOL_CLOSURE, "closure");
        registry.setPaused(true);
        OrderBook.OrderTerms memory terms = _orderTerms(SUN, 0, 3000, 100_000);
        vm.expectRevert(Registry.Paused.selector);
        _submit(ALICE, terms, "");
        registry.setPaused(false);
        vm.warp(POOL_CLOSURE);
        vm.expectRevert(abi.encodeWithSelector(OrderBook.PoolClosed.selector, SLOT));
        _submit(ALICE, terms, "");
        vm.warp(POOL_CLOSURE - 1);
        _submit(ALICE, terms, "");
    }

    function test_P3_dust_an_expired_order_a_third_side_and_half_an_interval_are_refused() public {
        OrderBook.OrderTerms memory terms = _orderTerms(SUN, 0, 99, 100_000);
        vm.expectRevert(abi.encodeWithSelector(OrderBook.OrderTooSmall.selector, uint64(99), uint64(100)));
        _submit(ALICE, terms, "");
        (terms.energyWh, terms.expiresAt) = (100, 1_800_000_000);
        vm.expectRevert(abi.encodeWithSelector(OrderBook.OrderExpired.selector, uint64(1_800_000_000)));
        _submit(ALICE, terms, "");
        (terms.expiresAt, terms.side) = (type(uint64).max, 2);
        vm.expectRevert(abi.encodeWithSelector(OrderBook.SideInvalid.selector, uint8(2)));
        _submit(ALICE, terms, "");
        (terms.side, terms.interval) = (1, SLOT + 1);
        vm.expectRevert(abi.encodeWithSelector(MarketPart.IntervalInvalid.selector, SLOT + 1));
        _submit(ALICE, terms, "");
        // More than a trade can carry: it would void a clearing.
        (terms.interval, terms.energyWh) = (SLOT, 1 << 40);
        vm.expectRevert(abi.encodeWithSelector(OrderBook.OrderTooLarge.selector, uint64(1 << 40), uint64((1 << 40) - 1)));
        _submit(ALICE, terms, "");
        // The largest numbers there are: an expiry beyond 40 bits is kept as "never", not cut to something earlier.
        (terms.energyWh, terms.limitPriceMicroEurPerKwh) = ((1 << 40) - 1, type(uint64).max);
        assertEq(pool.order(_submit(ALICE, terms, "")).expiresAt, type(uint40).max, "expiry");
    }

    function test_P4_a_point_has_eight_standing_orders_in_an_interval_and_a_cancelled_one_makes_room() public {
        uint256 first = _place(ALICE, SUN, 0, 100, 100_000);
        for (uint256 i = 1; i < 8; ++i) _place(ALICE, SUN, 0, 100, 100_000);
        OrderBook.OrderTerms memory terms = _orderTerms(SUN, 0, 100, 100_000);
        vm.expectRevert(abi.encodeWithSelector(OrderBook.TooManyOrders.selector, SUN, SLOT));
        _submit(ALICE, terms, "");
        // Other intervals and other points have their own count.
        for (uint64 k = 1; k < 40; ++k) {
            OrderBook.OrderTerms memory other = _orderTerms(SUN, uint8(k % 2), 100, 100_000);
            other.interval = SLOT + 900 * k;
            _submit(ALICE, other, "");
        }
        _place(BOB, HOME, 1, 100, 100_000);
        _cancel(ALICE, first);
        _submit(ALICE, terms, "");
        assertEq(pool.book(SLOT).sells, 8, "sells");
        assertEq(pool.book(SLOT).cancelled, 1, "cancelled");
    }

    function test_P4_a_point_stands_on_one_side_of_an_interval() public {
        uint256 id = _place(ALICE, SUN, 0, 100, 100_000);
        OrderBook.OrderTerms memory terms = _orderTerms(SUN, 1, 100, 200_000);
        vm.expectRevert(abi.encodeWithSelector(OrderBook.OtherSideTaken.selector, SUN, SLOT));
        _submit(ALICE, terms, "");
        _cancel(ALICE, id);
        id = _submit(ALICE, terms, "");
        terms = _orderTerms(SUN, 0, 100, 100_000);
        vm.expectRevert(abi.encodeWithSelector(OrderBook.OtherSideTaken.selector, SUN, SLOT));
        _submit(ALICE, terms, "");
    }

    function test_P5_only_the_owner_cancels_and_once() public {
        uint256 id = _place(ALICE, SUN, 0, 3000, 100_000);
        vm.expectRevert(abi.encodeWithSelector(OrderBook.NotPointOwner.selector, SUN, BOB));
        _cancel(BOB, id);
        vm.expectRevert(abi.encodeWithSelector(OrderBook.OrderUnknown.selector, id + 1));
        _cancel(ALICE, id + 1);
        vm.expectEmit(address(pool));
        emit OrderBook.OrderCancelled(id, SLOT);
        _cancel(ALICE, id);
        vm.expectRevert(abi.encodeWithSelector(OrderBook.OrderAlreadyCancelled.selector, id));
        _cancel(ALICE, id);
        assertEq(pool.book(SLOT).sells, 0, "sells");
    }

    function test_P5_an_order_is_cancelled_while_paused_by_a_suspended_or_former_owner_and_after_the_gate() public {
        uint256 id = _place(ALICE, SUN, 0, 3000, 100_000);
        _place(ALICE, SUN, 0, 3000, 100_000);
        _place(ALICE, SUN, 0, 3000, 100_000);
        registry.setPaused(true);
        _cancel(ALICE, id);
        registry.suspend(ALICE, true);
        _cancel(ALICE, id + 1);
        _connect(SUN, BOB);
        vm.warp(GATE);
        vm.expectRevert(abi.encodeWithSelector(OrderBook.NotPointOwner.selector, SUN, BOB));
        _cancel(BOB, id + 2);
        _cancel(ALICE, id + 2);
    }

    function _cancel(address sender, uint256 id) private {
        vm.prank(sender);
        pool.cancelOrder(id);
    }
}
