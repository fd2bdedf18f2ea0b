// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Ledger} from "../src/Ledger.sol";
import {MarketPart} from "../src/MarketPart.sol";
import {Metering} from "../src/Metering.sol";
import {Registry} from "../src/Registry.sol";
import {Roles} from "../src/Roles.sol";
import {MarketTest} from "./MarketTest.sol";

contract MeteringTest is MarketTest {
    function test_a_reading_comes_once_after_the_interval_from_a_meter_operator() public {
        vm.warp(AFTER - 1);
        vm.expectRevert(abi.encodeWithSelector(Metering.DeliveryRunning.selector, SLOT));
        _report(SUN, 1);
        vm.warp(AFTER);
        vm.expectEmit(address(metering));
        emit Metering.ReadingRecorded(SUN, SLOT, -5);
        _report(SUN, -5);
        assertEq(metering.reading(SUN, SLOT).netWh, -5, "reading");
        vm.expectRevert(abi.encodeWithSelector(Metering.ReadingDuplicated.selector, SUN, SLOT));
        _report(SUN, -5);
        vm.expectRevert(abi.encodeWithSelector(Registry.PointNotConnected.selector, bytes32("NOWHERE")));
        _report("NOWHERE", 1);
        Metering.Reading[] memory readings = new Metering.Reading[](0);
        vm.expectRevert(abi.encodeWithSelector(MarketPart.RoleMissing.selector, DSO, Roles.METER_OPERATOR));
        vm.prank(DSO);
        metering.report(readings);
    }

    function test_a_reading_of_zero_counts_as_a_reading() public {
        vm.warp(AFTER);
        _report(SUN, 0);
        assertEq(metering.readingCount(SLOT), 1, "count");
        vm.expectRevert(abi.encodeWithSelector(Metering.ReadingDuplicated.selector, SUN, SLOT));
        _report(SUN, 0);
    }

    function test_no_reading_is_taken_for_a_closed_interval() public {
        vm.warp(AFTER);
        vm.prank(METERS);
        settlement.closeInterval(SLOT);
        vm.expectRevert(abi.encodeWithSelector(Metering.IntervalAlreadyClosed.selector, SLOT));
        _report(SUN, 1);
    }
}

contract LedgerTest is MarketTest {
    function test_only_settlement_posts_and_only_what_sums_to_zero() public {
        address[] memory accounts = new address[](2);
        int256[] memory amounts = new int256[](2);
        (accounts[0], accounts[1], amounts[0], amounts[1]) = (ALICE, BOB, 5, -5);
        vm.expectRevert(abi.encodeWithSelector(Ledger.NotSettlement.selector, DSO));
        vm.prank(DSO);
        ledger.post(accounts, amounts);
        vm.prank(address(settlement));
        ledger.post(accounts, amounts);
        assertEq(ledger.balanceOf(BOB), -5, "debited");
        amounts[1] = -4;
        vm.expectRevert(abi.encodeWithSelector(Ledger.Unbalanced.selector, int256(1)));
        vm.prank(address(settlement));
        ledger.post(accounts, amounts);
    }
}
