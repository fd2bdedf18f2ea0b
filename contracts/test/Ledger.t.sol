// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Ledger} from "../src/Ledger.sol";
import {MarketTest} from "./MarketTest.sol";

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
        ledger.postPositions("", 1);
        vm.expectRevert(abi.encodeWithSelector(Ledger.NotSettlement.selector, address(settlement)));
        vm.prank(address(settlement));
        ledger.postPositions("", 1);
        vm.prank(address(settlement));
        ledger.post(participants, amounts);
        assertEq(ledger.balanceOf(BOB), -5, "debited");
        amounts[1] = -4;
        vm.expectRevert(abi.encodeWithSelector(Ledger.Unbalanced.selector, int256(1)));
        vm.prank(address(settlement));
        ledger.post(participants, amounts);
    }

    function testFuzz_positions_are_posted_against_the_clearing_balance_and_taken_back(
        uint8[6] memory participants,
        int64[6] memory amounts
    ) public {
        bytes memory packed;
        int256[8] memory expected;
        for (uint32 i; i < 6; ++i) {
            uint32 participant = 1 + participants[i] % 7;
            packed = bytes.concat(packed, abi.encodePacked(i + 1, participant, int40(0), amounts[i]));
            expected[participant] += amounts[i];
            expected[0] -= amounts[i];
        }
        for (uint256 way; way < 2; ++way) {
            vm.prank(address(nets));
            ledger.postPositions(packed, way == 0 ? int8(1) : -1);
            for (uint32 i; i < 8; ++i) assertEq(ledger.balanceOfNumber(i), way == 0 ? expected[i] : int256(0), "balance");
        }
    }

    function test_nobody_has_the_clearing_balance() public {
        vm.prank(address(nets));
        ledger.postPositions(abi.encodePacked(uint32(1), uint32(2), int40(0), int64(7)), 1);
        assertEq(ledger.balanceOfNumber(0), -7, "clearing");
        assertEq(ledger.balanceOf(address(0xBEEF)), 0, "a stranger");
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
