// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Curtailment} from "../src/Curtailment.sol";
import {Flexibility} from "../src/Flexibility.sol";
import {Ledger} from "../src/Ledger.sol";
import {MarketPart} from "../src/MarketPart.sol";
import {Registry} from "../src/Registry.sol";
import {Roles} from "../src/Roles.sol";
import {MarketTest} from "./MarketTest.sol";

contract FlexibilityTest is MarketTest {
    uint256 private id;

    function setUp() public override {
        super.setUp();
        id = _offer(ALICE, SUN, 1, 1000, 90_000, 5000);
    }

    function test_a_purchase_takes_part_of_an_offer_and_never_more_than_is_left() public {
        vm.expectEmit(address(flexibility));
        emit Flexibility.FlexibilityOrdered(1, DSO, SLOT, "T1", "need");
        vm.expectEmit(address(flexibility));
        emit Flexibility.FlexibilityActivated(1, id, SUN, SLOT, 1, 700, 90_000);
        _purchase(DSO, id, 700);
        vm.expectRevert(abi.encodeWithSelector(Flexibility.OfferExhausted.selector, id, uint64(300), uint64(301)));
        _purchase(TSO, id, 301);
        _purchase(TSO, id, 300);
        assertEq(flexibility.positionOf(SUN, SLOT).activatedWh, 1000, "activated");
        assertEq(flexibility.activatedPointCount(SLOT), 1, "one point");
        assertEq(flexibility.buyerOf(2), TSO, "buyer of the second order");
    }

    function test_only_grid_operators_buy_and_only_until_delivery_starts() public {
        vm.expectRevert(abi.encodeWithSelector(MarketPart.RoleMissing.selector, BOB, Roles.DSO | Roles.TSO));
        _purchase(BOB, id, 1);
        vm.warp(SLOT - 1);
        _purchase(DSO, id, 1);
        vm.warp(SLOT);
        vm.expectRevert(abi.encodeWithSelector(Flexibility.DeliveryStarted.selector, SLOT));
        _purchase(DSO, id, 1);
        vm.expectRevert(abi.encodeWithSelector(Flexibility.DeliveryStarted.selector, SLOT));
        _offer(ALICE, SUN, 1, 1, 1, 5000);
    }

    function test_what_is_withdrawn_cannot_be_bought_and_what_is_bought_stays_bought() public {
        _purchase(DSO, id, 400);
        vm.expectRevert(abi.encodeWithSelector(Flexibility.NotPointOwner.selector, SUN, BOB));
        vm.prank(BOB);
        flexibility.withdraw(id);
        vm.prank(ALICE);
        flexibility.withdraw(id);
        vm.expectRevert(abi.encodeWithSelector(Flexibility.OfferExhausted.selector, id, uint64(0), uint64(1)));
        _purchase(DSO, id, 1);
        assertEq(flexibility.activationsOf(SUN, SLOT).length, 1, "the activation stays");
    }

    function test_a_point_has_one_baseline_and_one_direction_of_activation_per_interval() public {
        vm.expectRevert(abi.encodeWithSelector(Flexibility.BaselineDiffers.selector, SUN, SLOT, int64(5000)));
        _offer(ALICE, SUN, 1, 10, 90_000, 5001);
        uint256 up = _offer(ALICE, SUN, 0, 10, 90_000, 5000);
        _purchase(DSO, id, 1);
        vm.expectRevert(abi.encodeWithSelector(Flexibility.DirectionConflict.selector, SUN, SLOT));
        _purchase(DSO, up, 1);
    }

    function test_orders_for_another_interval_for_nothing_or_for_an_unknown_offer_are_refused() public {
        vm.expectRevert(abi.encodeWithSelector(Flexibility.OfferMismatch.selector, id, SLOT + 900));
        vm.prank(DSO);
        flexibility.purchase(SLOT + 900, _ids(id), _wh(1), "", "");
        vm.expectRevert(MarketPart.EnergyZero.selector);
        _purchase(DSO, id, 0);
        vm.expectRevert(MarketPart.EnergyZero.selector);
        vm.prank(DSO);
        flexibility.purchase(SLOT, new uint256[](0), new uint64[](0), "", "");
        vm.expectRevert(abi.encodeWithSelector(Flexibility.OfferUnknown.selector, 77));
        _purchase(DSO, 77, 1);
    }

    function test_activations_of_a_point_are_bounded() public {
        for (uint256 i; i < 16; ++i) _purchase(DSO, id, 1);
        vm.expectRevert(abi.encodeWithSelector(Flexibility.TooManyActivations.selector, SUN, SLOT));
        _purchase(DSO, id, 1);
    }

    function test_a_paused_market_takes_no_offers_but_operators_still_buy() public {
        registry.setPaused(true);
        vm.expectRevert(Registry.Paused.selector);
        _offer(ALICE, SUN, 1, 1, 1, 5000);
        _purchase(DSO, id, 1);
    }
}

contract CurtailmentTest is MarketTest {
    function test_an_order_is_on_record_with_reason_rank_and_compensation() public {
        vm.expectEmit(address(curtailment));
        emit Curtailment.CurtailmentOrdered(1, SUN, SLOT, 1, 500, 3, 1, 40_000, "evidence", DSO, "T1 above its limit");
        _curtail(SUN, 500, 1, 40_000);
        assertEq(curtailment.orderOf(1).energyWh, 500, "energy");
        assertEq(curtailment.curtailedPointCount(SLOT), 1, "one point");
        assertEq(curtailment.ordersOf(SUN, SLOT).length, 1, "one order");
    }

    function test_only_a_dso_orders_and_never_without_a_reason() public {
        Curtailment.CurtailmentTerms[] memory terms = new Curtailment.CurtailmentTerms[](1);
        terms[0] = Curtailment.CurtailmentTerms(SUN, SLOT, 1, 1, 3, 1, 0, "");
        vm.expectRevert(abi.encodeWithSelector(MarketPart.RoleMissing.selector, TSO, Roles.DSO));
        vm.prank(TSO);
        curtailment.order(terms, "because");
        vm.expectRevert(Curtailment.ReasonMissing.selector);
        vm.prank(DSO);
        curtailment.order(terms, "");
        vm.expectRevert(abi.encodeWithSelector(Curtailment.ReasonTooLong.selector, 513));
        vm.prank(DSO);
        curtailment.order(terms, string(new bytes(513)));
    }

    function test_orders_are_bounded_in_energy_compensation_rank_time_and_number() public {
        vm.expectRevert(abi.encodeWithSelector(Curtailment.EnergyAboveMax.selector, uint64(1_000_001), uint64(1_000_000)));
        _curtail(SUN, 1_000_001, 1, 0);
        vm.expectRevert(abi.encodeWithSelector(Curtailment.CompensationAboveMax.selector, uint64(500_001), uint256(500_000)));
        _curtail(SUN, 500, 1, 500_001);
        vm.expectRevert(abi.encodeWithSelector(Curtailment.DirectionInvalid.selector, uint8(2)));
        _curtail(SUN, 500, 2, 0);
        vm.expectRevert(MarketPart.EnergyZero.selector);
        _curtail(SUN, 0, 1, 0);
        for (uint256 i; i < 8; ++i) _curtail(SUN, 1, 1, 0);
        vm.expectRevert(abi.encodeWithSelector(Curtailment.TooManyOrders.selector, SUN, SLOT));
        _curtail(SUN, 1, 1, 0);
        Curtailment.CurtailmentTerms[] memory terms = new Curtailment.CurtailmentTerms[](1);
        for (uint8 rank; rank <= 6; rank += 6) {
            terms[0] = Curtailment.CurtailmentTerms(HOME, SLOT, 1, 1, rank, 1, 0, "");
            vm.expectRevert(abi.encodeWithSelector(Curtailment.LegalRankInvalid.selector, rank));
            vm.prank(DSO);
            curtailment.order(terms, "because");
        }
        vm.warp(AFTER - 1);
        _curtail(HOME, 1, 1, 0);
        vm.warp(AFTER);
        vm.expectRevert(abi.encodeWithSelector(Curtailment.DeliveryEnded.selector, SLOT));
        _curtail(HOME, 1, 1, 0);
    }
}

contract LedgerTest is MarketTest {
    function test_only_settlement_posts_and_only_what_sums_to_zero() public {
        uint32[] memory participants = new uint32[](2);
        int256[] memory amounts = new int256[](2);
        (participants[0], participants[1]) = (registry.numberOf(ALICE), registry.numberOf(BOB));
        (amounts[0], amounts[1]) = (5, -5);
        bytes memory refusal = abi.encodeWithSelector(Ledger.NotSettlement.selector, DSO);
        vm.expectRevert(refusal);
        vm.prank(DSO);
        ledger.post(participants, amounts);
        vm.expectRevert(refusal);
        vm.prank(DSO);
        ledger.postNets("", [uint32(1), 2], [int64(1), -1], 1);
        vm.prank(address(settlement));
        ledger.post(participants, amounts);
        assertEq(ledger.balanceOf(BOB), -5, "debited");
        amounts[1] = -4;
        vm.expectRevert(abi.encodeWithSelector(Ledger.Unbalanced.selector, int256(1)));
        vm.prank(address(settlement));
        ledger.post(participants, amounts);
    }

    function testFuzz_two_balances_in_one_slot_do_not_touch_each_other(int120[6] memory moves) public {
        int256[2] memory expected;
        for (uint32 i; i < 6; ++i) {
            uint32[] memory participants = new uint32[](2);
            int256[] memory amounts = new int256[](2);
            // 2 and 3 share a slot, 4 takes the other side.
            (participants[0], participants[1]) = (2 + (i & 1), 4);
            (amounts[0], amounts[1]) = (int256(moves[i]), -int256(moves[i]));
            vm.prank(address(settlement));
            ledger.post(participants, amounts);
            expected[i & 1] += moves[i];
        }
        assertEq(ledger.balanceOfNumber(2), expected[0], "even");
        assertEq(ledger.balanceOfNumber(3), expected[1], "odd");
        assertEq(ledger.balanceOfNumber(4), -expected[0] - expected[1], "neighbour slot");
    }

    function test_an_amount_no_market_comes_near_is_refused() public {
        uint32[] memory participants = new uint32[](2);
        int256[] memory amounts = new int256[](2);
        (participants[0], participants[1]) = (2, 3);
        (amounts[0], amounts[1]) = (int256(1) << 126, -(int256(1) << 126));
        vm.prank(address(settlement));
        ledger.post(participants, amounts);
        (amounts[0], amounts[1]) = (1, -1);
        vm.expectRevert(abi.encodeWithSelector(Ledger.AmountTooLarge.selector, (int256(1) << 126) + 1));
        vm.prank(address(settlement));
        ledger.post(participants, amounts);
    }
}
