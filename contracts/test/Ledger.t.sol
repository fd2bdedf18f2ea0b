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
