// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Flexibility} from "../src/Flexibility.sol";
import {OfferBook} from "../src/flexibility/OfferBook.sol";
import {MarketPart} from "../src/MarketPart.sol";
import {Registry} from "../src/Registry.sol";
import {Roles} from "../src/Roles.sol";
import {Settlement} from "../src/Settlement.sol";
import {MarketTest} from "./MarketTest.sol";

/// @notice ALICE offers 1000 Wh of balancing, downwards, at SUN in every test.
abstract contract OfferedTest is MarketTest {
    uint256 internal id;

    function setUp() public virtual override {
        super.setUp();
        id = _offer(ALICE, SUN, 1, 1000, 90_000, 5000);
    }

    function _mismatch(uint256 offerId) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(OfferBook.OfferMismatch.selector, offerId, SLOT);
    }

    function _exhausted(uint256 offerId, uint64 remainingWh, uint64 askedWh) internal pure returns (bytes memory) {
        return abi.encodeWithSelector(OfferBook.OfferExhausted.selector, offerId, remainingWh, askedWh);
    }

    function _buyProduct(address buyer, uint8 product, uint256 offerId, uint64 energyWh) internal returns (uint256) {
        vm.prank(buyer);
        return flexibility.purchase(SLOT, product, _ids(offerId), _wh(energyWh), "T1", "need");
    }

    function _cover(address buyer, bytes32 point, uint256 offerId, uint64 energyWh) internal returns (uint256) {
        vm.prank(buyer);
        return flexibility.cover(SLOT, point, _ids(offerId), _wh(energyWh));
    }

    function _openWh(uint8 direction) internal view returns (uint256) {
        return flexibility.openOfferedWh(SLOT, direction, 1);
    }

    function _state(uint256 partId) internal view returns (uint8) {
        return flexibility.partOf(partId).state;
    }
}

contract FlexibilityOffersTest is OfferedTest {
    function test_F1_an_offer_names_product_direction_and_baseline() public {
        vm.expectEmit(address(flexibility));
        emit OfferBook.FlexibilityOffered(2, HOME, SLOT, 4, 0, 700, 60_000, BOB, -3000);
        _offerProduct(BOB, OfferBook.OfferTerms(HOME, SLOT, 4, 0, 700, 60_000, -3000));
        assertEq(flexibility.offerOf(2).product, 4, "product");
        vm.expectRevert(abi.encodeWithSelector(OfferBook.ProductInvalid.selector, uint8(5)));
        _offerProduct(BOB, OfferBook.OfferTerms(HOME, SLOT, 5, 0, 700, 60_000, -3000));
        vm.expectRevert(abi.encodeWithSelector(OfferBook.DirectionInvalid.selector, uint8(2)));
        _offerProduct(BOB, OfferBook.OfferTerms(HOME, SLOT, 0, 2, 700, 60_000, -3000));
        vm.expectRevert(abi.encodeWithSelector(OfferBook.NotPointOwner.selector, HOME, ALICE));
        _offerProduct(ALICE, OfferBook.OfferTerms(HOME, SLOT, 0, 0, 700, 60_000, -3000));
    }

    function test_F2_a_part_of_another_product_than_the_one_bought_is_refused() public {
        vm.expectRevert(abi.encodeWithSelector(OfferBook.ProductMismatch.selector, id, uint8(0), uint8(1)));
        _buyProduct(DSO, 1, id, 100);
    }

    function test_F2_a_tso_buys_balancing_and_reserve_a_dso_balancing_and_what_its_grid_needs() public {
        for (uint8 product; product < 5; ++product) {
            uint256 offerId = _offerProduct(BOB, OfferBook.OfferTerms(HOME, SLOT, product, 0, 1000, 60_000, -3000));
            uint16 roles = product == 0 ? Roles.DSO | Roles.TSO : product == 4 ? Roles.TSO : Roles.DSO;
            assertEq(flexibility.buyersOf(product), roles, "buyers");
            if (roles & Roles.DSO == 0) vm.expectRevert(abi.encodeWithSelector(MarketPart.RoleMissing.selector, DSO, roles));
            _buyProduct(DSO, product, offerId, 200);
            if (roles & Roles.TSO == 0) vm.expectRevert(abi.encodeWithSelector(MarketPart.RoleMissing.selector, TSO, roles));
            _buyProduct(TSO, product, offerId, 200);
        }
        vm.expectRevert(abi.encodeWithSelector(OfferBook.ProductInvalid.selector, uint8(5)));
        _buyProduct(DSO, 5, id, 100);
    }

    function test_F2_nobody_without_the_role_and_no_suspended_operator_buys() public {
        bytes4 missing = MarketPart.RoleMissing.selector;
        vm.expectRevert(abi.encodeWithSelector(missing, BOB, Roles.DSO | Roles.TSO));
        _order(BOB, id, 100);
        registry.suspend(DSO, true);
        vm.expectRevert(abi.encodeWithSelector(missing, DSO, Roles.DSO | Roles.TSO));
        _order(DSO, id, 100);
        registry.suspend(DSO, false);
        registry.revoke(DSO, Roles.DSO);
        vm.expectRevert(abi.encodeWithSelector(missing, DSO, Roles.DSO | Roles.TSO));
        _order(DSO, id, 100);
    }

    function test_F3_dust_is_neither_offered_nor_bought_but_a_small_rest_is() public {
        vm.expectRevert(abi.encodeWithSelector(OfferBook.EnergyBelowMin.selector, uint64(99), uint64(100)));
        _offer(ALICE, SUN, 1, 99, 90_000, 5000);
        vm.expectRevert(abi.encodeWithSelector(OfferBook.EnergyBelowMin.selector, uint64(99), uint64(100)));
        _order(DSO, id, 99);
        vm.expectRevert(MarketPart.EnergyZero.selector);
        _order(DSO, id, 0);
        _order(DSO, id, 950);
        vm.expectRevert(abi.encodeWithSelector(OfferBook.EnergyBelowMin.selector, uint64(49), uint64(50)));
        _order(DSO, id, 49);
        _order(DSO, id, 50);
        assertEq(flexibility.positionOf(SUN, SLOT).activatedWh, 1000, "sold out");
    }

    function test_F4_flexibility_of_a_point_that_changed_hands_cannot_be_bought() public {
        _connect(SUN, COOP);
        vm.expectRevert(_mismatch(id));
        _order(DSO, id, 100);
        // Back again is a new connection: the offer stays dead.
        _connect(SUN, ALICE);
        vm.expectRevert(_mismatch(id));
        _order(DSO, id, 100);
    }

    function test_F4_flexibility_of_a_point_that_moved_to_another_area_cannot_be_bought() public {
        bytes32[] memory points = new bytes32[](1);
        address[] memory owners = new address[](1);
        (points[0], owners[0]) = (SUN, ALICE);
        uint16 area = registry.openArea(TSO);
        registry.connectPoints(points, owners, area);
        vm.expectRevert(_mismatch(id));
        _order(DSO, id, 100);
    }

    function test_F4_flexibility_of_a_suspended_seller_cannot_be_bought_until_the_suspension_ends() public {
        registry.suspend(ALICE, true);
        vm.expectRevert(abi.encodeWithSelector(Registry.Suspended.selector, ALICE));
        _order(DSO, id, 100);
        registry.suspend(ALICE, false);
        _order(DSO, id, 100);
    }

    function test_F5_a_point_has_one_baseline_and_one_direction_of_activation_per_interval() public {
        vm.expectRevert(abi.encodeWithSelector(OfferBook.BaselineDiffers.selector, SUN, SLOT, int64(5000)));
        _offer(ALICE, SUN, 1, 100, 90_000, 5001);
        uint256 up = _offer(ALICE, SUN, 0, 200, 90_000, 5000);
        _purchase(DSO, id, 100);
        vm.expectRevert(abi.encodeWithSelector(Flexibility.DirectionConflict.selector, SUN, SLOT));
        _purchase(DSO, up, 100);
    }

    function test_F6_a_purchase_takes_part_of_an_offer_and_never_more_than_is_left() public {
        vm.expectEmit(address(flexibility));
        emit Flexibility.FlexibilityOrdered(1, DSO, SLOT, 0, "T1", "need", 0);
        vm.expectEmit(address(flexibility));
        emit Flexibility.FlexibilityActivated(1, id, SUN, 1, SLOT, 1, 700, 90_000);
        _order(DSO, id, 700);
        vm.expectRevert(_exhausted(id, 300, 301));
        _order(TSO, id, 301);
        _purchase(TSO, id, 300);
        assertEq(flexibility.positionOf(SUN, SLOT).activatedWh, 1000, "activated");
        assertEq(flexibility.activatedPointCount(SLOT), 1, "one point");
        assertEq(flexibility.buyerOf(2), TSO, "buyer of the second order");
    }

    function test_F6_an_order_is_all_or_nothing() public {
        uint256[] memory offerIds = new uint256[](2);
        uint64[] memory energyWh = new uint64[](2);
        (offerIds[0], offerIds[1], energyWh[0], energyWh[1]) = (id, id, 600, 600);
        vm.expectRevert(_exhausted(id, 400, 600));
        vm.prank(DSO);
        flexibility.purchase(SLOT, 0, offerIds, energyWh, "", "");
        assertEq(flexibility.offerOf(id).remainingWh, 1000, "nothing taken");
        vm.expectRevert(MarketPart.LengthsDiffer.selector);
        vm.prank(DSO);
        flexibility.purchase(SLOT, 0, offerIds, _wh(100), "", "");
        vm.expectRevert(MarketPart.EnergyZero.selector);
        vm.prank(DSO);
        flexibility.purchase(SLOT, 0, new uint256[](0), new uint64[](0), "", "");
        vm.expectRevert(abi.encodeWithSelector(OfferBook.OfferMismatch.selector, id, SLOT + 900));
        vm.prank(DSO);
        flexibility.purchase(SLOT + 900, 0, _ids(id), _wh(100), "", "");
        vm.expectRevert(abi.encodeWithSelector(OfferBook.OfferUnknown.selector, 77));
        _order(DSO, 77, 100);
    }

    function test_F6_offers_and_purchases_end_when_delivery_starts() public {
        vm.warp(SLOT - 1);
        _order(DSO, id, 100);
        vm.warp(SLOT);
        bytes memory started = abi.encodeWithSelector(OfferBook.DeliveryStarted.selector, SLOT);
        vm.expectRevert(started);
        _order(DSO, id, 100);
        vm.expectRevert(started);
        _offer(ALICE, SUN, 1, 100, 1, 5000);
    }

    function test_F7_a_buyer_takes_at_most_8_activations_of_a_point_and_all_together_16() public {
        id = _offer(ALICE, SUN, 1, 10_000, 90_000, 5000);
        for (uint256 i; i < 8; ++i) _purchase(DSO, id, 100);
        vm.expectRevert(abi.encodeWithSelector(Flexibility.TooManyOfBuyer.selector, SUN, SLOT, DSO));
        _order(DSO, id, 100);
        for (uint256 i; i < 8; ++i) _purchase(TSO, id, 100);
        _register(address(0x751), Roles.TSO, "Another");
        vm.expectRevert(abi.encodeWithSelector(Flexibility.TooManyActivations.selector, SUN, SLOT));
        _order(address(0x751), id, 100);
        assertEq(flexibility.positionOf(SUN, SLOT).activationCount, 16, "activations");
    }

    function test_F7_parts_that_wait_take_no_place_from_others() public {
        id = _offer(ALICE, SUN, 1, 10_000, 90_000, 5000);
        for (uint256 i; i < 20; ++i) _order(TSO, id, 100);
        for (uint256 i; i < 8; ++i) _purchase(DSO, id, 100);
        for (uint256 partId = 1; partId <= 8; ++partId) _confirm(partId);
        vm.expectRevert(abi.encodeWithSelector(Flexibility.TooManyActivations.selector, SUN, SLOT));
        _confirm(9);
    }

    function test_F8_what_is_withdrawn_cannot_be_bought_and_what_is_bought_stays_bought() public {
        _purchase(DSO, id, 400);
        vm.expectRevert(abi.encodeWithSelector(OfferBook.NotPointOwner.selector, SUN, BOB));
        vm.prank(BOB);
        flexibility.withdraw(id);
        vm.expectEmit(address(flexibility));
        emit OfferBook.FlexibilityWithdrawn(id, SLOT, 600);
        vm.prank(ALICE);
        flexibility.withdraw(id);
        vm.expectRevert(_exhausted(id, 0, 100));
        _order(DSO, id, 100);
        vm.expectRevert(_exhausted(id, 0, 0));
        vm.prank(ALICE);
        flexibility.withdraw(id);
        assertEq(flexibility.activationsOf(SUN, SLOT).length, 1, "the activation stays");
    }

    function test_F8_anyone_withdraws_an_offer_that_cannot_be_bought_any_more() public {
        uint256 second = _offer(ALICE, SUN, 1, 100, 90_000, 5000);
        uint256 ofBob = _offer(BOB, HOME, 0, 100, 90_000, 0);
        _connect(SUN, COOP);
        vm.prank(BOB);
        flexibility.withdraw(id);
        vm.prank(ALICE); // the seller may, also when the point is no longer hers
        flexibility.withdraw(second);
        registry.suspend(BOB, true);
        vm.prank(COOP);
        flexibility.withdraw(ofBob);
        uint256 late = _offer(COOP, COOP_1, 0, 100, 90_000, 0);
        vm.warp(SLOT - 1);
        vm.expectRevert(abi.encodeWithSelector(OfferBook.NotPointOwner.selector, COOP_1, ALICE));
        vm.prank(ALICE);
        flexibility.withdraw(late);
        vm.warp(SLOT);
        vm.prank(ALICE);
        flexibility.withdraw(late);
    }

    function test_F9_a_paused_market_takes_no_offers_and_no_cover_but_operators_buy_and_sellers_withdraw() public {
        _order(TSO, id, 100);
        registry.setPaused(true);
        vm.expectRevert(Registry.Paused.selector);
        _offer(ALICE, SUN, 1, 100, 1, 5000);
        vm.expectRevert(Registry.Paused.selector);
        _cover(BOB, HOME, id, 100);
        _order(DSO, id, 100);
        _confirm(1);
        vm.prank(ALICE);
        flexibility.withdraw(id);
    }

    function test_F10_what_is_open_counts_by_direction_and_area_what_its_operator_may_buy() public {
        assertEq(_openWh(1), 1000, "offered");
        assertEq(_openWh(0), 0, "other direction");
        _offerProduct(ALICE, OfferBook.OfferTerms(SUN, SLOT, 1, 1, 500, 90_000, 5000));
        _offerProduct(ALICE, OfferBook.OfferTerms(SUN, SLOT, 4, 1, 300, 90_000, 5000));
        assertEq(_openWh(1), 1500, "a DSO may not buy reserve");
        assertEq(flexibility.openOfferedWh(SLOT + 900, 1, 1), 0, "other interval");
        uint16 area = registry.openArea(TSO);
        assertEq(flexibility.openOfferedWh(SLOT, 1, area), 0, "other area");
        _order(DSO, id, 400);
        assertEq(_openWh(1), 1100, "sold");
        _order(TSO, id, 100);
        assertEq(_openWh(1), 1000, "reserved");
        vm.prank(DSO);
        flexibility.refuse(_ids(2), 7);
        assertEq(_openWh(1), 1100, "given back");
        vm.prank(ALICE);
        flexibility.withdraw(id);
        assertEq(_openWh(1), 500, "withdrawn");
        vm.warp(SLOT - 1);
        assertEq(_openWh(1), 500, "until delivery starts");
        vm.warp(SLOT);
        assertEq(_openWh(1), 0, "delivery started");
    }

    function test_F6_the_largest_energies_are_offered_and_bought_without_overflow() public {
        uint64 most = type(uint64).max;
        uint256 first = _offer(BOB, HOME, 0, most, most, type(int64).min);
        uint256 second = _offer(BOB, HOME, 0, most, most, type(int64).min);
        _purchase(DSO, first, most);
        _purchase(TSO, second, most);
        assertEq(flexibility.positionOf(HOME, SLOT).activatedWh, 2 * uint256(most), "activated");
        vm.warp(AFTER);
        _report(HOME, type(int64).max);
        _settlePoint(HOME);
    }
}

contract FlexibilityBetweenGridsTest is OfferedTest {
    function test_F11_what_another_operator_buys_counts_only_when_the_operator_of_the_area_confirmed() public {
        vm.expectEmit(address(flexibility));
        emit Flexibility.FlexibilityReserved(1, id, SUN, 1, SLOT, 1, 400, 90_000);
        _order(TSO, id, 400);
        assertEq(flexibility.offerOf(id).remainingWh, 600, "reserved");
        assertEq(flexibility.positionOf(SUN, SLOT).activatedWh, 0, "not activated");
        assertEq(flexibility.activationsOf(SUN, SLOT).length, 0, "no activation");
        assertEq(flexibility.activatedPointCount(SLOT), 0, "no point");
        vm.expectEmit(address(flexibility));
        emit Flexibility.FlexibilityActivated(1, id, SUN, 1, SLOT, 1, 400, 90_000);
        _confirm(1);
        assertEq(flexibility.positionOf(SUN, SLOT).activatedWh, 400, "activated");
        assertEq(flexibility.activatedPointCount(SLOT), 1, "one point");
        vm.expectRevert(abi.encodeWithSelector(Flexibility.PartNotWaiting.selector, 1, uint8(2)));
        _confirm(1);
    }

    function test_F11_also_a_dso_waits_for_the_operator_of_another_area() public {
        address other = address(0xD51);
        _register(other, Roles.DSO, "Neighbour");
        registry.openArea(other);
        _order(other, id, 400);
        assertEq(_state(1), 1, "waits");
        _order(DSO, id, 400);
        assertEq(_state(2), 2, "its own area");
    }

    function test_F11_where_a_tso_runs_the_area_the_tso_needs_no_one_and_the_dso_needs_it() public {
        registry.assignArea(1, TSO);
        _order(TSO, id, 400);
        assertEq(_state(1), 2, "stands");
        _order(DSO, id, 400);
        assertEq(_state(2), 1, "waits");
        vm.expectRevert(abi.encodeWithSelector(Flexibility.NotAreaOperator.selector, SUN, DSO));
        _confirm(2);
        vm.prank(TSO);
        flexibility.confirm(_ids(2));
    }

    function test_F11_energy_used_by_one_operator_is_not_available_to_another() public {
        _order(TSO, id, 1000);
        vm.expectRevert(_exhausted(id, 0, 100));
        _order(DSO, id, 100);
    }

    function test_F12_only_the_operator_of_the_area_answers_and_refuses_with_a_reason() public {
        _order(TSO, id, 400);
        bytes memory notOperator = abi.encodeWithSelector(Flexibility.NotAreaOperator.selector, SUN, TSO);
        vm.expectRevert(notOperator);
        vm.prank(TSO);
        flexibility.confirm(_ids(1));
        vm.expectRevert(notOperator);
        vm.prank(TSO);
        flexibility.refuse(_ids(1), 7);
        vm.expectRevert(abi.encodeWithSelector(MarketPart.RoleMissing.selector, ALICE, Roles.DSO | Roles.TSO));
        vm.prank(ALICE);
        flexibility.confirm(_ids(1));
        vm.expectRevert(Flexibility.ReasonMissing.selector);
        vm.prank(DSO);
        flexibility.refuse(_ids(1), 0);
        vm.expectEmit(address(flexibility));
        emit Flexibility.FlexibilityRefused(1, id, SLOT, 400, 7);
        vm.prank(DSO);
        flexibility.refuse(_ids(1), 7);
        assertEq(flexibility.offerOf(id).remainingWh, 1000, "given back");
        vm.expectRevert(abi.encodeWithSelector(Flexibility.PartNotWaiting.selector, 1, uint8(3)));
        _confirm(1);
    }

    function test_F4_a_part_is_not_confirmed_after_its_point_changed_hands_or_its_seller_was_suspended() public {
        _order(TSO, id, 400);
        registry.suspend(ALICE, true);
        vm.expectRevert(abi.encodeWithSelector(Registry.Suspended.selector, ALICE));
        _confirm(1);
        registry.suspend(ALICE, false);
        _connect(SUN, COOP);
        vm.expectRevert(_mismatch(id));
        _confirm(1);
        vm.prank(DSO);
        flexibility.refuse(_ids(1), 7);
        assertEq(units.balanceOf(TSO, id), 0, "given back");
    }

    function test_F12_an_operator_that_was_suspended_does_not_answer() public {
        _order(TSO, id, 400);
        registry.suspend(DSO, true);
        vm.expectRevert(abi.encodeWithSelector(MarketPart.RoleMissing.selector, DSO, Roles.DSO | Roles.TSO));
        _confirm(1);
    }

    function test_F13_a_part_not_confirmed_300_s_before_delivery_lapses_and_anyone_gives_it_back() public {
        _order(TSO, id, 400);
        _order(TSO, id, 300);
        vm.warp(SLOT - 301);
        vm.expectRevert(abi.encodeWithSelector(Flexibility.ConfirmationStillOpen.selector, 1, SLOT - 300));
        flexibility.release(1);
        _confirm(2);
        vm.warp(SLOT - 300);
        bytes memory late = abi.encodeWithSelector(Flexibility.ConfirmationTooLate.selector, SLOT, SLOT - 300);
        vm.expectRevert(late);
        _confirm(1);
        vm.expectRevert(late);
        vm.prank(DSO);
        flexibility.refuse(_ids(1), 7);
        vm.expectEmit(address(flexibility));
        emit Flexibility.FlexibilityLapsed(1, id, SLOT, 400);
        vm.prank(BOB);
        flexibility.release(1);
        assertEq(flexibility.offerOf(id).remainingWh, 700, "given back");
        vm.expectRevert(abi.encodeWithSelector(Flexibility.PartNotWaiting.selector, 1, uint8(4)));
        flexibility.release(1);
        vm.expectRevert(abi.encodeWithSelector(Flexibility.PartNotWaiting.selector, 2, uint8(2)));
        flexibility.release(2);
        vm.expectRevert(abi.encodeWithSelector(Flexibility.PartNotWaiting.selector, 77, uint8(0)));
        flexibility.release(77);
        // Nobody else may buy so late, the operator of the area may.
        vm.expectRevert(late);
        _order(TSO, id, 700);
        _order(DSO, id, 700);
    }

    function test_F13_a_part_given_back_to_a_withdrawn_offer_cannot_be_bought_again() public {
        _order(TSO, id, 400);
        vm.prank(ALICE);
        flexibility.withdraw(id);
        vm.prank(DSO);
        flexibility.refuse(_ids(1), 7);
        vm.expectRevert(_exhausted(id, 0, 400));
        _order(DSO, id, 400);
        assertEq(units.totalSupply(id), 0, "burned");
        assertEq(_openWh(1), 0, "open");
    }

    function test_F13_a_part_that_waits_stops_no_settlement_and_is_not_paid() public {
        _order(TSO, id, 400);
        vm.warp(AFTER);
        _report(SUN, 4600);
        _settlePoint(SUN);
        vm.prank(DSO);
        settlement.closeInterval(SLOT);
        assertEq(ledger.balanceOf(TSO), 0, "nothing paid");
        flexibility.release(1);
        assertEq(units.balanceOf(TSO, id), 0, "units of the buyer");
        assertEq(units.balanceOf(ALICE, id), 1000, "units of the seller");
    }

    function test_F13_a_confirmation_that_the_grid_has_no_place_for_is_refused() public {
        uint256 up = _offer(ALICE, SUN, 0, 400, 90_000, 5000);
        _order(TSO, up, 200);
        _order(DSO, id, 100);
        vm.expectRevert(abi.encodeWithSelector(Flexibility.DirectionConflict.selector, SUN, SLOT));
        _confirm(1);
        vm.expectRevert(abi.encodeWithSelector(Flexibility.DirectionConflict.selector, SUN, SLOT));
        _order(TSO, up, 100);
    }

    function test_F12_answers_to_several_parts_are_all_or_nothing() public {
        _order(TSO, id, 400);
        uint256[] memory twice = new uint256[](2);
        (twice[0], twice[1]) = (1, 1);
        vm.expectRevert(abi.encodeWithSelector(Flexibility.PartNotWaiting.selector, 1, uint8(2)));
        vm.prank(DSO);
        flexibility.confirm(twice);
        vm.expectRevert(abi.encodeWithSelector(Flexibility.PartNotWaiting.selector, 1, uint8(3)));
        vm.prank(DSO);
        flexibility.refuse(twice, 7);
        assertEq(flexibility.positionOf(SUN, SLOT).activatedWh, 0, "nothing stands");
        assertEq(flexibility.offerOf(id).remainingWh, 600, "reserved");
    }
}

/// @notice BOB covers HOME with what ALICE offers.
contract FlexibilityCoverTest is OfferedTest {
    function test_F14_a_small_customer_covers_a_point_of_its_own_and_waits_for_the_operator_of_the_area() public {
        vm.expectEmit(address(flexibility));
        emit Flexibility.FlexibilityOrdered(1, BOB, SLOT, 0, 0, 0, HOME);
        _cover(BOB, HOME, id, 400);
        assertEq(_state(1), 1, "waits");
        _confirm(1);
        assertEq(flexibility.activationsOf(SUN, SLOT)[0].beneficiaryPoint == HOME ? 1 : 0, 1, "beneficiary");
        assertEq(flexibility.positionOf(HOME, SLOT).coverWh, 400, "cover");
    }

    function test_F14_cover_is_for_customers_for_their_own_points_and_of_balancing_alone() public {
        vm.expectRevert(abi.encodeWithSelector(OfferBook.NotPointOwner.selector, COOP_1, BOB));
        _cover(BOB, COOP_1, id, 400);
        uint16 customers = Roles.CONSUMER | Roles.PROSUMER | Roles.LARGE_CUSTOMER;
        vm.expectRevert(abi.encodeWithSelector(MarketPart.RoleMissing.selector, COOP, customers));
        _cover(COOP, COOP_1, id, 400);
        uint256 congestion = _offerProduct(ALICE, OfferBook.OfferTerms(SUN, SLOT, 1, 1, 500, 90_000, 5000));
        vm.expectRevert(abi.encodeWithSelector(OfferBook.ProductMismatch.selector, congestion, uint8(1), uint8(0)));
        _cover(BOB, HOME, congestion, 400);
        registry.suspend(BOB, true);
        vm.expectRevert(abi.encodeWithSelector(MarketPart.RoleMissing.selector, BOB, customers));
        _cover(BOB, HOME, id, 400);
    }

    function test_F14_cover_of_a_point_is_bounded_over_all_orders_and_what_is_refused_frees_it() public {
        id = _offer(ALICE, SUN, 1, 100_000, 90_000, 5000);
        _cover(BOB, HOME, id, 24_000);
        vm.expectRevert(abi.encodeWithSelector(Flexibility.CoverAboveMax.selector, HOME, 25_001, uint64(25_000)));
        _cover(BOB, HOME, id, 1001);
        _cover(BOB, HOME, id, 1000);
        vm.prank(DSO);
        flexibility.refuse(_ids(1), 7);
        _cover(BOB, HOME, id, 24_000);
        uint64[] memory energyWh = new uint64[](2);
        (energyWh[0], energyWh[1]) = (type(uint64).max, type(uint64).max);
        vm.expectRevert(
            abi.encodeWithSelector(
                Flexibility.CoverAboveMax.selector, HOME, 25_000 + 2 * uint256(type(uint64).max), uint64(25_000)
            )
        );
        vm.prank(BOB);
        flexibility.cover(SLOT, HOME, new uint256[](2), energyWh);
    }

    function test_F14_a_point_that_offers_is_not_covered_and_one_that_is_covered_does_not_offer() public {
        bytes4 conflict = OfferBook.CoverConflict.selector;
        uint256 ofBob = _offer(BOB, HOME, 0, 1000, 90_000, -3000);
        vm.expectRevert(abi.encodeWithSelector(conflict, SUN, SLOT));
        _cover(ALICE, SUN, ofBob, 100);
        _register(address(0xCA), Roles.CONSUMER, "Carol");
        _connect("FLAT-3", address(0xCA));
        _cover(address(0xCA), "FLAT-3", id, 100);
        vm.expectRevert(abi.encodeWithSelector(conflict, bytes32("FLAT-3"), SLOT));
        _offer(address(0xCA), "FLAT-3", 0, 100, 1, 0);
        vm.prank(DSO);
        flexibility.refuse(_ids(1), 7);
        _offer(address(0xCA), "FLAT-3", 0, 100, 1, 0);
    }

    function test_F15_delivered_cover_moves_from_the_schedule_of_the_seller_to_that_of_the_covered_point() public {
        _cover(BOB, HOME, id, 400);
        _confirm(1);
        vm.warp(AFTER);
        _report(SUN, 4600);
        _report(HOME, 400); // BOB feeds in 400 Wh more than he knew
        vm.expectRevert(abi.encodeWithSelector(Settlement.CoverOpen.selector, HOME, SLOT, 1));
        _settlePoint(HOME);
        _settlePoint(SUN);
        vm.expectEmit(address(settlement));
        emit Settlement.PointSettled(HOME, SLOT, BOB, 400, 400, 0);
        _settlePoint(HOME);
        // BOB pays the price and nothing else; ALICE keeps what her 5000 Wh are worth.
        assertEq(ledger.balanceOf(BOB), -36_000, "buyer");
        assertEq(ledger.balanceOf(ALICE), 36_000 + 400_000, "seller");
        vm.prank(DSO);
        settlement.closeInterval(SLOT);
    }

    function test_F15_cover_upwards_takes_the_place_of_energy_from_the_retailer() public {
        uint256 up = _offer(COOP, COOP_1, 0, 500, 200_000, 0);
        _cover(BOB, HOME, up, 500);
        _confirm(1);
        vm.warp(AFTER);
        _report(COOP_1, 300); // 200 Wh short
        _report(HOME, -500);
        _settlePoint(COOP_1);
        _settlePoint(HOME);
        assertEq(ledger.balanceOf(COOP), 60_000 - 80_000, "seller: price of 300 Wh less penalty for 200 Wh");
        assertEq(ledger.balanceOf(BOB), -60_000 + 80_000 - 64_000, "buyer: and retail price for the 200 Wh missing");
        assertEq(ledger.balanceOf(RETAILER), 64_000, "retailer");
    }

    function test_F15_friends_with_an_invented_baseline_gain_nothing_from_the_retailer() public {
        uint256 gift = _offer(COOP, COOP_1, 1, 25_000, 0, 25_000);
        _cover(BOB, HOME, gift, 25_000);
        _confirm(1);
        vm.warp(AFTER);
        _report(COOP_1, 0); // it never was
        _report(HOME, 0);
        _settlePoint(COOP_1);
        _settlePoint(HOME);
        assertTrue(ledger.balanceOf(COOP) + ledger.balanceOf(BOB) <= 0, "no gain");
    }

    function test_F15_an_interval_stays_open_until_the_covered_point_is_settled() public {
        _cover(BOB, HOME, id, 400);
        _confirm(1);
        vm.warp(AFTER);
        _report(SUN, 4600);
        _settlePoint(SUN);
        vm.expectRevert(abi.encodeWithSelector(Settlement.PointsOpen.selector, SLOT));
        vm.prank(DSO);
        settlement.closeInterval(SLOT);
    }

    function testFuzz_F15_a_cover_never_pays_both_sides_together(
        uint64 energyWh,
        uint64 price,
        int64 baseline,
        int64 seller,
        int64 buyer,
        bool up
    ) public {
        energyWh = uint64(bound(energyWh, 100, 25_000));
        (baseline, seller, buyer) = (baseline % 1e6, seller % 1e6, buyer % 1e6);
        _cover(BOB, HOME, _offer(COOP, COOP_1, up ? 0 : 1, energyWh, price, baseline), energyWh);
        _confirm(1);
        vm.warp(AFTER);
        _report(COOP_1, seller);
        _report(HOME, buyer);
        _settlePoint(COOP_1);
        _settlePoint(HOME);
        int256 together = ledger.balanceOf(COOP) + ledger.balanceOf(BOB);
        assertEq(together, -ledger.balanceOf(RETAILER), "sum");
        // Nobody is paid more than if each had settled alone at the same meter readings and sold the other its surplus.
        int256 netWh = int256(seller) + buyer;
        int256 bestCase = netWh >= 0 ? netWh * int64(FEED_IN) / 1000 : -((-netWh * int64(RETAIL)) / 1000);
        assertTrue(together <= bestCase + 2, "more than the energy is worth");
    }
}

/// @notice Flexibility paid is at most what was ordered and at most what the meter shows.
contract FlexibilityPaymentTest is OfferedTest {
    function testFuzz_F18_paid_is_at_most_ordered_and_at_most_delivered(
        uint64 orderedWh,
        uint64 price,
        int64 baseline,
        int64 metered,
        bool up
    ) public {
        (baseline, metered) = (baseline % 1e9, metered % 1e9);
        orderedWh = uint64(bound(orderedWh, 100, 1e9));
        price = uint64(bound(price, 0, 1e9));
        _purchase(DSO, _offer(BOB, HOME, up ? 0 : 1, orderedWh, price, baseline), orderedWh);
        vm.warp(AFTER);
        _report(HOME, metered);
        _settlePoint(HOME);
        int256 movedWh = up ? int256(metered) - baseline : int256(baseline) - metered;
        uint256 deliveredWh = movedWh < 0 ? 0 : uint256(movedWh) < orderedWh ? uint256(movedWh) : orderedWh;
        int256 missingWh = int256(uint256(orderedWh)) - movedWh;
        int256 penalty = missingWh > 0 ? (missingWh * int64(PENALTY)) / 1000 : int256(0);
        assertEq(-ledger.balanceOf(DSO), int256((deliveredWh * price) / 1000) - penalty, "paid");
    }

    function test_F18_nothing_is_paid_for_what_the_meter_does_not_show() public {
        _purchase(DSO, id, 1000);
        vm.warp(AFTER);
        _report(SUN, 5000);
        vm.expectEmit(address(settlement));
        emit Settlement.FlexibilitySettled(1, id, SLOT, 0, 1000, -400_000);
        _settlePoint(SUN);
    }
}
