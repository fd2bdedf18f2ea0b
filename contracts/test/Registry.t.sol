// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Ownable} from "@openzeppelin/contracts/access/Ownable.sol";
import {MarketRules} from "../src/MarketRules.sol";
import {Registry} from "../src/Registry.sol";
import {Roles} from "../src/Roles.sol";
import {MarketTest} from "./MarketTest.sol";

contract RegistryTest is MarketTest {
    function test_only_the_administrator_registers_grants_revokes_suspends_and_pauses() public {
        bytes memory refusal = abi.encodeWithSelector(Ownable.OwnableUnauthorizedAccount.selector, ALICE);
        vm.expectRevert(refusal);
        vm.prank(ALICE);
        registry.register(address(1), Roles.DSO, "x");
        vm.expectRevert(refusal);
        vm.prank(ALICE);
        registry.grant(ALICE, Roles.DSO);
        vm.expectRevert(refusal);
        vm.prank(ALICE);
        registry.revoke(DSO, Roles.DSO);
        vm.expectRevert(refusal);
        vm.prank(ALICE);
        registry.suspend(DSO, true);
        vm.expectRevert(refusal);
        vm.prank(ALICE);
        registry.setPaused(true);
    }

    function test_roles_are_granted_and_revoked_one_by_one() public {
        registry.grant(ALICE, Roles.AGGREGATOR);
        assertTrue(registry.holds(ALICE, Roles.AGGREGATOR) && registry.holds(ALICE, Roles.PROSUMER), "both roles");
        registry.revoke(ALICE, Roles.PROSUMER);
        assertEq(registry.participantOf(ALICE).roles, Roles.AGGREGATOR, "the other role stays");
    }

    function test_a_suspended_participant_holds_no_role_until_lifted() public {
        registry.suspend(DSO, true);
        assertTrue(!registry.holds(DSO, Roles.DSO) && !registry.active(DSO), "suspended");
        registry.suspend(DSO, false);
        assertTrue(registry.holds(DSO, Roles.DSO), "lifted");
    }

    function test_unknown_role_bits_and_second_registration_are_refused() public {
        vm.expectRevert(abi.encodeWithSelector(Registry.RolesInvalid.selector, uint16(4096)));
        registry.register(address(1), 4096, "x");
        vm.expectRevert(abi.encodeWithSelector(Registry.AlreadyRegistered.selector, ALICE));
        registry.register(ALICE, 1, "again");
    }

    function test_points_are_connected_by_meter_operator_or_administrator_to_registered_owners() public {
        bytes32[] memory points = _points("NEW-1");
        address[] memory owners = new address[](1);
        owners[0] = ALICE;
        vm.expectRevert(abi.encodeWithSelector(Registry.NotAllowed.selector, ALICE));
        vm.prank(ALICE);
        registry.connectPoints(points, owners, 1);
        vm.prank(METERS);
        registry.connectPoints(points, owners, 1);
        assertEq(registry.ownerOf("NEW-1"), ALICE, "owner");
        owners[0] = address(0xdead);
        vm.expectRevert(abi.encodeWithSelector(Registry.NotRegistered.selector, address(0xdead)));
        registry.connectPoints(_points("NEW-2"), owners, 1);
    }

    function test_a_point_that_changes_hands_gets_a_new_connection_and_the_old_keeps_its_owner() public {
        uint32 before = registry.connectionOf(SUN);
        _connect(SUN, BOB);
        assertTrue(registry.connectionOf(SUN) != before, "new number");
        assertEq(registry.ownerOf(SUN), BOB, "new owner");
        assertEq(registry.connectionOwner(before), ALICE, "old owner under the old number");
    }

    function test_an_area_has_one_operator_and_points_name_their_area() public {
        uint16 area = registry.openArea(TSO);
        assertEq(uint256(area), 2, "areas count up");
        registry.assignArea(area, DSO);
        assertEq(registry.operatorOf(area), DSO, "operator");
        vm.expectRevert(abi.encodeWithSelector(Registry.NotAllowed.selector, ALICE));
        registry.openArea(ALICE);
        address[] memory owners = new address[](1);
        owners[0] = ALICE;
        vm.expectRevert(abi.encodeWithSelector(Registry.AreaUnknown.selector, uint16(3)));
        registry.connectPoints(_points("NEW-1"), owners, 3);
        registry.connectPoints(_points("NEW-1"), owners, 2);
        assertEq(uint256(registry.pointOf("NEW-1").area), 2, "area");
        // The same owner under another area is another connection of the same point.
        registry.connectPoints(_points("NEW-1"), owners, 1);
        assertEq(uint256(registry.pointOf("NEW-1").number), registry.pointCount(), "number kept");
    }

    function test_a_participant_publishes_its_own_encryption_key_only() public {
        vm.prank(ALICE);
        registry.publishEncryptionKey("key", true);
        assertTrue(registry.participantOf(ALICE).keyX == "key" && registry.participantOf(ALICE).keyOdd, "key");
        vm.expectRevert(abi.encodeWithSelector(Registry.NotRegistered.selector, address(1)));
        vm.prank(address(1));
        registry.publishEncryptionKey("key", true);
    }

    function test_a_tariff_holds_from_its_interval_on_and_needs_notice() public {
        uint64 validFrom = SLOT + 86_400;
        MarketRules.Tariff memory tariff = MarketRules.Tariff(validFrom, 1, 2, 3);
        rules.announceTariff(tariff);
        assertEq(rules.tariffAt(validFrom - 900).retailMicroEurPerKwh, RETAIL, "before");
        assertEq(rules.tariffAt(validFrom).retailMicroEurPerKwh, 2, "from");
        tariff.validFrom = SLOT;
        vm.expectRevert(abi.encodeWithSelector(MarketRules.NoticeTooShort.selector, SLOT, uint256(validFrom) + 1));
        rules.announceTariff(tariff);
        tariff = MarketRules.Tariff(validFrom + 900, 5, 4, 3);
        vm.expectRevert(abi.encodeWithSelector(MarketRules.CorridorInvalid.selector, uint64(5), uint64(4)));
        rules.announceTariff(tariff);
        vm.expectRevert(abi.encodeWithSelector(Ownable.OwnableUnauthorizedAccount.selector, ALICE));
        vm.prank(ALICE);
        rules.announceTariff(tariff);
    }
}
