// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Flexibility} from "../src/Flexibility.sol";
import {FlexibilityUnits} from "../src/FlexibilityUnits.sol";
import {Roles} from "../src/Roles.sol";
import {MarketTest} from "./MarketTest.sol";

/// @notice Takes no tokens and tries to call back when it is asked.
contract RefusesTokens {
    uint256 public asked;

    fallback() external {
        ++asked;
        revert("no tokens");
    }
}

contract FlexibilityUnitsTest is MarketTest {
    uint256 private id;

    function setUp() public override {
        super.setUp();
        id = _offer(ALICE, SUN, 1, 1000, 90_000, 5000);
    }

    function test_F16_units_are_issued_moved_held_and_retired_with_the_offer_the_order_and_the_settlement() public {
        _expect(1000, 0, 1000);
        _order(TSO, id, 400);
        _expect(600, 400, 1000); // held: the part waits
        _confirm(1);
        _expect(600, 400, 1000); // committed
        vm.prank(ALICE);
        flexibility.withdraw(id);
        _expect(0, 400, 400);
        vm.warp(AFTER);
        _report(SUN, 5000); // nothing delivered: the units are retired all the same
        _settlePoint(SUN);
        _expect(0, 0, 0);
        FlexibilityUnits.Supply memory supply = units.supplyOf(id);
        assertEq(supply.issuedWh, 1000, "issued");
        assertEq(supply.retiredWh, 400, "retired");
        assertEq(supply.withdrawnWh, 600, "withdrawn");
        assertEq(flexibility.partOf(1).state, 5, "retired");
    }

    function test_F16_retirement_is_for_every_buyer_of_the_point_and_for_no_other_point() public {
        uint256 ofBob = _offer(BOB, HOME, 0, 500, 90_000, 0);
        _purchase(DSO, id, 300);
        _purchase(TSO, id, 200);
        _purchase(DSO, ofBob, 500);
        vm.warp(AFTER);
        _report(SUN, 4500);
        _settlePoint(SUN);
        assertEq(units.balanceOf(DSO, id) + units.balanceOf(TSO, id), 0, "retired");
        assertEq(units.balanceOf(ALICE, id), 500, "what was not sold stays with the seller");
        assertEq(units.balanceOf(DSO, ofBob), 500, "another point");
    }

    function test_F17_holders_transfer_nothing_and_approve_nobody() public {
        _order(DSO, id, 400);
        vm.expectRevert(abi.encodeWithSelector(FlexibilityUnits.UnitsNotTransferable.selector, DSO));
        vm.prank(DSO);
        units.safeTransferFrom(DSO, TSO, id, 1, "");
        vm.expectRevert(abi.encodeWithSelector(FlexibilityUnits.UnitsNotTransferable.selector, ALICE));
        vm.prank(ALICE);
        units.safeBatchTransferFrom(ALICE, BOB, new uint256[](1), new uint256[](1), "");
        vm.expectRevert(abi.encodeWithSelector(FlexibilityUnits.UnitsNotTransferable.selector, DSO));
        vm.prank(DSO);
        units.setApprovalForAll(TSO, true);
    }

    function test_F17_only_flexibility_issues_moves_and_burns_and_only_settlement_retires() public {
        bytes memory refusal = abi.encodeWithSelector(FlexibilityUnits.NotFlexibility.selector, ALICE);
        vm.expectRevert(refusal);
        vm.prank(ALICE);
        units.issue(ALICE, id, 1);
        vm.expectRevert(refusal);
        vm.prank(ALICE);
        units.move(ALICE, BOB, id, 1);
        vm.expectRevert(refusal);
        vm.prank(ALICE);
        units.retire(ALICE, id, 1);
        vm.expectRevert(refusal);
        vm.prank(ALICE);
        units.withdraw(ALICE, id, 1);
        vm.expectRevert(abi.encodeWithSelector(Flexibility.NotSettlement.selector, DSO));
        vm.prank(DSO);
        flexibility.retire(SUN, SLOT);
    }

    function test_F17_a_contract_that_refuses_tokens_blocks_neither_offer_nor_purchase_nor_giving_back() public {
        RefusesTokens seller = new RefusesTokens();
        RefusesTokens buyer = new RefusesTokens();
        _register(address(seller), Roles.PROSUMER, "Seller");
        _register(address(buyer), Roles.TSO, "Buyer");
        _connect("BOX-1", address(seller));
        _setMeter("BOX-1", _meterKey("BOX-1"));
        uint256 offerId = _offer(address(seller), "BOX-1", 0, 1000, 90_000, 0);
        _order(address(buyer), offerId, 400);
        _order(address(buyer), offerId, 300);
        vm.prank(DSO);
        flexibility.refuse(_ids(1), 7);
        _confirm(2);
        assertEq(units.balanceOf(address(buyer), offerId), 300, "held");
        assertEq(units.balanceOf(address(seller), offerId), 700, "seller");
        vm.warp(AFTER);
        _report("BOX-1", 300);
        _settlePoint("BOX-1");
        assertEq(seller.asked() + buyer.asked(), 0, "nobody was asked");
    }

    function testFuzz_F16_supply_is_issued_less_retired_less_withdrawn(
        uint64 offeredWh,
        uint64 boughtWh,
        bool confirmed,
        bool withdrawn
    ) public {
        offeredWh = uint64(bound(offeredWh, 200, type(uint64).max));
        boughtWh = uint64(bound(boughtWh, 100, offeredWh));
        id = _offer(BOB, HOME, 0, offeredWh, 90_000, 0);
        _order(TSO, id, boughtWh);
        if (confirmed) _confirm(1);
        if (withdrawn && boughtWh < offeredWh) {
            vm.prank(BOB);
            flexibility.withdraw(id);
        }
        vm.warp(AFTER);
        _report(HOME, 0);
        _settlePoint(HOME);
        if (!confirmed) flexibility.release(1);
        FlexibilityUnits.Supply memory supply = units.supplyOf(id);
        uint256 left = uint256(supply.issuedWh) - supply.retiredWh - supply.withdrawnWh;
        assertEq(units.totalSupply(id), left, "supply");
        assertEq(units.balanceOf(BOB, id) + units.balanceOf(TSO, id), left, "balances");
        assertEq(units.balanceOf(BOB, id), flexibility.offerOf(id).remainingWh, "books");
        assertEq(supply.retiredWh, confirmed ? boughtWh : 0, "retired");
    }

    function _expect(uint256 seller, uint256 buyer, uint256 total) private view {
        assertEq(units.balanceOf(ALICE, id), seller, "seller");
        assertEq(units.balanceOf(TSO, id), buyer, "buyer");
        assertEq(units.totalSupply(id), total, "supply");
        assertEq(flexibility.offerOf(id).remainingWh, seller, "books");
    }
}
