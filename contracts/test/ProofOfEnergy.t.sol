// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Metering} from "../src/Metering.sol";
import {ProofOfEnergy} from "../src/validators/ProofOfEnergy.sol";
import {MarketTest} from "./MarketTest.sol";

contract ProofOfEnergyTest is MarketTest {
    uint32 private constant EPOCH = 86_400;
    /// The epoch of SLOT, and the first second of the one after it.
    uint64 private constant FIRST = SLOT / EPOCH;
    uint64 private constant SECOND_AT = (FIRST + 1) * EPOCH;
    bytes32 private constant COOP_3 = "COOP-3"; // COOP, in an area of its own

    ProofOfEnergy private proof;

    function setUp() public override {
        super.setUp();
        proof = new ProofOfEnergy(registry, rules, metering, EPOCH);
        address[] memory owners = new address[](1);
        owners[0] = COOP;
        registry.connectPoints(_points(COOP_3), owners, registry.openArea(TSO));
        _setMeter(COOP_3, _meterKey(COOP_3));
        vm.warp(AFTER);
    }

    function test_PE1_merit_is_what_own_points_drew_of_what_own_points_injected_and_again_what_stayed_in_its_area() public {
        _read(800, -500, -200);
        vm.expectEmit(address(proof));
        emit ProofOfEnergy.MeritClaimed(COOP, SLOT, FIRST, 700, 500, 1200);
        _claim(_three());
        assertEq(proof.claimedWh(COOP, SLOT), 1200, "claimed");
    }

    function test_PE1_injecting_or_drawing_alone_buys_nothing() public {
        _read(800, 700, 5000);
        vm.expectRevert(abi.encodeWithSelector(ProofOfEnergy.ClaimNotHigher.selector, COOP, SLOT, 0, 0));
        _claim(_three());
        vm.expectRevert(abi.encodeWithSelector(ProofOfEnergy.ClaimNotHigher.selector, COOP, SLOT, 0, 0));
        _claim(new bytes32[](0));
    }

    function test_PE2_merit_is_bounded_per_interval_so_that_size_alone_buys_nothing() public {
        _read(type(int64).max, type(int64).min, -1);
        _claim(_three());
        vm.warp(SECOND_AT);
        assertEq(proof.standingOf(COOP), 10_000, "standing");
    }

    function test_PE3_only_a_closed_interval_counts() public {
        _report(COOP_1, 800);
        _report(COOP_2, -500);
        bytes memory refusal = abi.encodeWithSelector(ProofOfEnergy.IntervalNotClosed.selector, SLOT);
        vm.expectRevert(refusal);
        _claim(_two());
        _settlePoint(COOP_1);
        _settlePoint(COOP_2);
        vm.expectRevert(refusal);
        _claim(_two());
        _close();
        _claim(_two());
    }

    function test_PE4_a_claim_counts_from_the_next_epoch_and_halves_with_every_one_after() public {
        _read(800, -500, 0);
        _claim(_two());
        assertEq(proof.standingOf(COOP), 0, "in the epoch of the claim");
        vm.warp(SECOND_AT - 1);
        assertEq(proof.standingOf(COOP), 0, "to its last second");
        vm.warp(SECOND_AT);
        assertEq(proof.standingOf(COOP), 1000, "next epoch");
        vm.warp(SECOND_AT + EPOCH);
        assertEq(proof.standingOf(COOP), 500, "halved");
        vm.warp(SECOND_AT + 3 * EPOCH);
        assertEq(proof.standingOf(COOP), 125, "halved twice more");
        vm.warp(SECOND_AT + 1000 * EPOCH);
        assertEq(proof.standingOf(COOP), 0, "faded");
    }

    function test_PE4_a_claim_leaves_the_standing_of_its_epoch_as_it_is() public {
        _read(800, -500, -200);
        _claim(_two());
        vm.warp(SECOND_AT);
        _claim(_three());
        assertEq(proof.standingOf(COOP), 1000, "unchanged within the epoch");
        vm.warp(SECOND_AT + EPOCH);
        assertEq(proof.standingOf(COOP), 500 + 200, "half of the old, all of the new");
    }

    function test_PE5_an_interval_counts_once_at_its_highest_claim_so_a_poor_claim_takes_nothing() public {
        _read(800, -500, -200);
        bytes32[] memory poor = new bytes32[](2);
        (poor[0], poor[1]) = (COOP_1, COOP_3);
        vm.prank(ALICE);
        proof.claim(COOP, SLOT, poor);
        assertEq(proof.claimedWh(COOP, SLOT), 200, "poor claim");
        _claim(_three());
        assertEq(proof.claimedWh(COOP, SLOT), 1200, "all of it");
        vm.expectRevert(abi.encodeWithSelector(ProofOfEnergy.ClaimNotHigher.selector, COOP, SLOT, 1200, 1200));
        _claim(_three());
        vm.expectRevert(abi.encodeWithSelector(ProofOfEnergy.ClaimNotHigher.selector, COOP, SLOT, 200, 1200));
        _claim(poor);
        vm.warp(SECOND_AT);
        assertEq(proof.standingOf(COOP), 1200, "counted once");
    }

    function test_PE6_a_claim_names_own_read_points_each_once_and_64_at_most() public {
        _read(800, -500, 0);
        bytes32[] memory points = _two();
        (points[0], points[1]) = (points[1], points[0]);
        vm.expectRevert(abi.encodeWithSelector(ProofOfEnergy.PointsUnordered.selector, COOP_1));
        _claim(points);
        points[1] = points[0];
        vm.expectRevert(abi.encodeWithSelector(ProofOfEnergy.PointsUnordered.selector, COOP_2));
        _claim(points);
        (points[0], points[1]) = (COOP_1, SUN);
        vm.expectRevert(abi.encodeWithSelector(ProofOfEnergy.ReadingMissing.selector, SUN, SLOT));
        _claim(points);
        vm.expectRevert(abi.encodeWithSelector(ProofOfEnergy.NotPointOwner.selector, COOP_1, ALICE));
        proof.claim(ALICE, SLOT, _two());
        vm.expectRevert(abi.encodeWithSelector(ProofOfEnergy.TooManyPoints.selector, 65));
        _claim(new bytes32[](65));
    }

    function test_PE6_a_point_counts_for_the_owner_its_reading_was_recorded_for() public {
        _read(800, -500, 0);
        _connect(COOP_1, ALICE);
        _claim(_two());
        vm.expectRevert(abi.encodeWithSelector(ProofOfEnergy.NotPointOwner.selector, COOP_1, ALICE));
        proof.claim(ALICE, SLOT, _points(COOP_1));
    }

    function test_PE7_merit_cannot_be_saved_up() public {
        _read(800, -500, 0);
        vm.warp(SECOND_AT + EPOCH);
        vm.expectRevert(abi.encodeWithSelector(ProofOfEnergy.ClaimTooLate.selector, SLOT));
        _claim(_two());
        vm.warp(SECOND_AT + EPOCH - 1);
        _claim(_two());
    }

    function test_PE8_claims_go_on_in_a_paused_market_and_for_a_suspended_owner() public {
        _read(800, -500, 0);
        registry.setPaused(true);
        registry.suspend(COOP, true);
        _claim(_two());
        assertEq(proof.claimedWh(COOP, SLOT), 1000, "claimed");
    }

    function test_PE9_a_claim_of_64_points_fits_a_block_many_times() public {
        bytes32[] memory points = new bytes32[](64);
        address[] memory owners = new address[](64);
        address[] memory meters = new address[](64);
        Metering.SignedReading[] memory readings = new Metering.SignedReading[](64);
        for (uint256 i; i < 64; ++i) {
            points[i] = bytes32(bytes.concat("MANY-", bytes1(uint8(i + 32))));
            (owners[i], meters[i]) = (COOP, vm.addr(_meterKey(points[i])));
            readings[i] = _signed(Metering.Reading(points[i], SLOT, i % 2 == 0 ? int64(100) : -100, 0));
        }
        registry.connectPoints(points, owners, 1);
        registry.setMeters(points, meters);
        vm.prank(METERS);
        metering.report(readings);
        vm.warp(AFTER + OBJECTION);
        settlement.settlePoints(SLOT, _sheet(), points);
        _close();
        uint256 before = gasleft();
        _claim(points);
        uint256 used = before - gasleft();
        assertTrue(used < 1_500_000, "gas");
        assertEq(proof.claimedWh(COOP, SLOT), 6400, "merit");
    }

    function testFuzz_PE2_merit_never_exceeds_its_bound_or_twice_the_energy_injected_or_drawn(int64[3] memory netWh) public {
        for (uint256 i; i < 3; ++i) netWh[i] = netWh[i] % 20_000;
        _read(netWh[0], netWh[1], netWh[2]);
        uint256 injectedWh;
        uint256 drawnWh;
        for (uint256 i; i < 3; ++i) {
            if (netWh[i] > 0) injectedWh += uint64(netWh[i]);
            else drawnWh += uint64(-netWh[i]);
        }
        try proof.claim(COOP, SLOT, _three()) {} catch {}
        uint256 meritWh = proof.claimedWh(COOP, SLOT);
        assertTrue(meritWh <= 10_000 && meritWh <= 2 * injectedWh && meritWh <= 2 * drawnWh, "bound");
        assertTrue((meritWh > 0) == (injectedWh > 0 && drawnWh > 0), "merit where energy met");
    }

    /// @dev Reads the three points of COOP in SLOT, settles them and closes the interval.
    function _read(int64 first, int64 second, int64 third) private {
        _report(COOP_1, first);
        _report(COOP_2, second);
        _report(COOP_3, third);
        settlement.settlePoints(SLOT, _sheet(), _three());
        _close();
    }

    function _close() private {
        vm.prank(METERS);
        settlement.closeInterval(SLOT);
    }

    function _claim(bytes32[] memory points) private {
        proof.claim(COOP, SLOT, points);
    }

    function _two() private pure returns (bytes32[] memory points) {
        points = new bytes32[](2);
        (points[0], points[1]) = (COOP_1, COOP_2);
    }

    function _three() private pure returns (bytes32[] memory points) {
        points = new bytes32[](3);
        (points[0], points[1], points[2]) = (COOP_1, COOP_2, COOP_3);
    }
}
