// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {MarketPart} from "../src/MarketPart.sol";
import {MarketRules} from "../src/MarketRules.sol";
import {Metering} from "../src/Metering.sol";
import {Registry} from "../src/Registry.sol";
import {Roles} from "../src/Roles.sol";
import {Settlement} from "../src/Settlement.sol";
import {MarketTest} from "./MarketTest.sol";

contract MeteringTest is MarketTest {
    uint256 private constant CURVE_ORDER = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141;
    uint64 private constant FINAL = AFTER + OBJECTION;

    function setUp() public override {
        super.setUp();
        vm.warp(AFTER);
    }

    function test_M1_a_reading_comes_after_the_interval_from_a_meter_operator() public {
        Metering.SignedReading[] memory readings = _one(SUN, -5, 0);
        vm.warp(AFTER - 1);
        vm.prank(METERS);
        vm.expectRevert(abi.encodeWithSelector(Metering.DeliveryRunning.selector, SLOT));
        metering.report(readings);
        vm.warp(AFTER);
        vm.prank(DSO);
        vm.expectRevert(abi.encodeWithSelector(MarketPart.RoleMissing.selector, DSO, Roles.METER_OPERATOR));
        metering.report(readings);
        vm.expectEmit(address(metering));
        emit Metering.ReadingRecorded(SUN, SLOT, -5, 0);
        _send(readings);
        Metering.Recorded memory held = metering.reading(SUN, SLOT);
        assertEq(held.netWh, -5, "energy");
        assertEq(held.firstAt, AFTER, "time");
        assertEq(held.connection, registry.connectionOf(SUN), "connection");
    }

    function test_M1_an_interval_off_the_grid_is_refused() public {
        Metering.SignedReading[] memory readings = new Metering.SignedReading[](1);
        readings[0] = _signed(Metering.Reading(SUN, SLOT - 1, 1, 0));
        _refused(readings, abi.encodeWithSelector(MarketPart.IntervalInvalid.selector, SLOT - 1));
        readings[0] = _signed(Metering.Reading(SUN, 0, 1, 0));
        _refused(readings, abi.encodeWithSelector(MarketPart.IntervalInvalid.selector, uint64(0)));
    }

    function test_M2_a_reading_counts_only_with_the_signature_of_its_own_meter_over_all_it_says() public {
        bytes memory refusal = abi.encodeWithSelector(Metering.MeterSignatureInvalid.selector, SUN, SLOT);
        Metering.SignedReading[] memory readings = _one(SUN, 5, 0);
        bytes memory signature = readings[0].signature;
        readings[0].reading.netWh = 6;
        _refused(readings, refusal);
        // Signed by the meter of another point, for another interval, as another revision, by nobody.
        readings = _one(SUN, 5, 0);
        readings[0].signature = _one(HOME, 5, 0)[0].signature;
        _refused(readings, refusal);
        readings[0].signature = _signed(Metering.Reading(SUN, SLOT - 900, 5, 0)).signature;
        _refused(readings, refusal);
        readings[0].signature = _one(SUN, 5, 1)[0].signature;
        _refused(readings, refusal);
        readings[0].signature = "";
        _refused(readings, refusal);
        // A reading of SUN handed in as one of HOME.
        readings[0] = Metering.SignedReading(Metering.Reading(HOME, SLOT, 5, 0), signature);
        _refused(readings, abi.encodeWithSelector(Metering.MeterSignatureInvalid.selector, HOME, SLOT));
    }

    function test_M2_a_signature_for_another_chain_or_contract_is_refused() public {
        bytes memory refusal = abi.encodeWithSelector(Metering.MeterSignatureInvalid.selector, SUN, SLOT);
        Metering.SignedReading[] memory readings = _one(SUN, 5, 0);
        Metering other = new Metering(registry, rules, settlement);
        vm.prank(METERS);
        vm.expectRevert(refusal);
        other.report(readings);
        uint256 here = block.chainid;
        vm.chainId(here + 1);
        _refused(readings, refusal);
        vm.chainId(here);
        _send(readings);
    }

    function test_M2_the_other_form_of_a_signature_is_refused() public {
        Metering.Reading memory reading = Metering.Reading(SUN, SLOT, 5, 0);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(_meterKey(SUN), metering.readingDigest(reading));
        Metering.SignedReading[] memory readings = new Metering.SignedReading[](1);
        readings[0] = Metering.SignedReading(
            reading, abi.encodePacked(r, bytes32(CURVE_ORDER - uint256(s)), v == 27 ? uint8(28) : uint8(27))
        );
        _refused(readings, abi.encodeWithSelector(Metering.MeterSignatureInvalid.selector, SUN, SLOT));
    }

    function test_M2_a_point_without_meter_or_connection_is_not_read() public {
        _connect("NEW-1", ALICE);
        _refused(_one("NEW-1", 5, 0), abi.encodeWithSelector(Metering.MeterUnknown.selector, bytes32("NEW-1")));
        _refused(_one("NOWHERE", 5, 0), abi.encodeWithSelector(Registry.PointNotConnected.selector, bytes32("NOWHERE")));
        // Without a key no signature counts, also not one that recovers to the zero address.
        Metering.SignedReading[] memory readings = _one("NEW-1", 5, 0);
        readings[0].signature = new bytes(65);
        _refused(readings, abi.encodeWithSelector(Metering.MeterUnknown.selector, bytes32("NEW-1")));
    }

    function test_M3_a_batch_is_all_or_nothing() public {
        Metering.SignedReading[] memory readings = new Metering.SignedReading[](2);
        readings[0] = _one(SUN, 5, 0)[0];
        readings[1] = _one(HOME, 5, 0)[0];
        readings[1].reading.netWh = 6;
        _refused(readings, abi.encodeWithSelector(Metering.MeterSignatureInvalid.selector, HOME, SLOT));
        assertEq(metering.readingCount(SLOT), 0, "nothing recorded");
        readings[1] = readings[0];
        _refused(readings, abi.encodeWithSelector(Metering.ReadingDuplicated.selector, SUN, SLOT));
    }

    function test_M3_a_reading_of_zero_counts_as_a_reading_and_only_once() public {
        _send(_one(SUN, 0, 0));
        assertEq(metering.readingCount(SLOT), 1, "count");
        _refused(_one(SUN, 0, 0), abi.encodeWithSelector(Metering.ReadingDuplicated.selector, SUN, SLOT));
        _send(_one(SUN, 1, 1));
        assertEq(metering.readingCount(SLOT), 1, "a correction is no second reading");
    }

    function test_M4_a_higher_revision_replaces_and_no_lower_one_comes_back() public {
        _refused(_one(SUN, 5, 1), abi.encodeWithSelector(Metering.RevisionNotFirst.selector, SUN, SLOT, uint32(1)));
        _send(_one(SUN, 5, 0));
        vm.expectEmit(address(metering));
        emit Metering.ReadingRecorded(SUN, SLOT, 7, 3);
        _send(_one(SUN, 7, 3));
        assertEq(metering.reading(SUN, SLOT).netWh, 7, "corrected");
        _refused(_one(SUN, 8, 3), abi.encodeWithSelector(Metering.ReadingDuplicated.selector, SUN, SLOT));
        _refused(_one(SUN, 5, 0), abi.encodeWithSelector(Metering.RevisionStale.selector, SUN, SLOT, uint32(0), uint32(3)));
        _refused(_one(SUN, 6, 2), abi.encodeWithSelector(Metering.RevisionStale.selector, SUN, SLOT, uint32(2), uint32(3)));
    }

    function test_M4_a_correction_leaves_the_reading_with_the_owner_of_the_first() public {
        _send(_one(SUN, 5, 0));
        uint32 connection = registry.connectionOf(SUN);
        _connect(SUN, BOB);
        _send(_one(SUN, 7, 1));
        assertEq(metering.reading(SUN, SLOT).connection, connection, "connection");
    }

    function test_M5_corrections_end_with_the_window_of_the_first_reading() public {
        _send(_one(SUN, 5, 0));
        vm.warp(FINAL - 1);
        _send(_one(SUN, 6, 1));
        vm.warp(FINAL);
        _refused(_one(SUN, 7, 2), abi.encodeWithSelector(Metering.WindowOver.selector, SUN, SLOT));
    }

    function test_M6_a_correction_in_the_last_second_can_still_be_contested() public {
        _send(_one(SUN, 5, 0));
        vm.warp(FINAL - 1);
        _send(_one(SUN, 6, 1));
        assertEq(metering.finalAt(SUN, SLOT), FINAL - 1 + OBJECTION, "final");
        vm.warp(FINAL - 2 + OBJECTION);
        _contest(SUN);
        vm.warp(FINAL - 1 + OBJECTION);
        assertTrue(!metering.settleable(SUN, SLOT), "waits for its answer");
    }

    function test_M6_a_reading_given_late_has_a_window_of_its_own() public {
        assertEq(metering.finalAt(SUN, SLOT), 0, "no reading");
        vm.warp(AFTER + 5000);
        _send(_one(SUN, 5, 0));
        assertEq(metering.finalAt(SUN, SLOT), AFTER + 5000 + OBJECTION, "final");
        vm.warp(AFTER + 5000 + OBJECTION - 1);
        assertTrue(!metering.settleable(SUN, SLOT), "window running");
        vm.warp(AFTER + 5000 + OBJECTION);
        _settlePoint(SUN);
    }

    function test_M7_only_the_owner_contests_once_and_within_the_window() public {
        vm.expectRevert(abi.encodeWithSelector(Metering.ReadingMissing.selector, SUN, SLOT));
        vm.prank(ALICE);
        metering.contest(SUN, SLOT, 4);
        _send(_one(SUN, 5, 0));
        _connect(SUN, BOB);
        // The connection the reading was recorded under decides, also after the point changed hands.
        vm.expectRevert(abi.encodeWithSelector(Metering.NotPointOwner.selector, SUN, BOB));
        vm.prank(BOB);
        metering.contest(SUN, SLOT, 4);
        vm.warp(FINAL - 1);
        vm.expectEmit(address(metering));
        emit Metering.ReadingContested(SUN, SLOT, ALICE, 0, 4);
        _contest(SUN);
        vm.expectRevert(abi.encodeWithSelector(Metering.AlreadyContested.selector, SUN, SLOT));
        _contest(SUN);
        _answer(SUN);
        vm.expectRevert(abi.encodeWithSelector(Metering.AlreadyContested.selector, SUN, SLOT));
        _contest(SUN);
    }

    function test_M7_a_final_reading_is_not_contested_any_more() public {
        _send(_one(SUN, 5, 0));
        vm.warp(FINAL);
        vm.expectRevert(abi.encodeWithSelector(Metering.WindowOver.selector, SUN, SLOT));
        _contest(SUN);
    }

    function test_M8_a_contested_point_settles_when_its_reading_is_upheld() public {
        _send(_one(SUN, 5, 0));
        _contest(SUN);
        vm.warp(FINAL);
        bytes memory open = abi.encodeWithSelector(Metering.ContestOpen.selector, SUN, SLOT, uint256(FINAL) + OBJECTION);
        vm.expectRevert(open);
        _settlePoint(SUN);
        vm.expectRevert(abi.encodeWithSelector(MarketPart.RoleMissing.selector, DSO, Roles.METER_OPERATOR));
        vm.prank(DSO);
        metering.answer(SUN, SLOT);
        vm.expectEmit(address(metering));
        emit Metering.ContestAnswered(SUN, SLOT, 0);
        _answer(SUN);
        _settlePoint(SUN);
        vm.expectRevert(abi.encodeWithSelector(Metering.ContestMissing.selector, SUN, SLOT));
        _answer(SUN);
    }

    function test_M8_a_contested_point_settles_when_its_reading_is_corrected_also_after_the_window() public {
        _send(_one(SUN, 5, 0));
        _contest(SUN);
        vm.warp(FINAL + OBJECTION - 1);
        Metering.SignedReading[] memory correction = _one(SUN, 1000, 1);
        vm.expectEmit(address(metering));
        emit Metering.ReadingRecorded(SUN, SLOT, 1000, 1);
        vm.expectEmit(address(metering));
        emit Metering.ContestAnswered(SUN, SLOT, 1);
        _send(correction);
        assertEq(metering.finalAt(SUN, SLOT), FINAL, "the answer puts nothing off");
        _settlePoint(SUN);
        assertEq(ledger.balanceOf(ALICE), 80_000, "settled as corrected");
    }

    function test_M8_an_answer_is_the_last_word_also_within_the_window() public {
        _send(_one(SUN, 5, 0));
        _contest(SUN);
        _send(_one(SUN, 6, 1));
        _refused(_one(SUN, 7, 2), abi.encodeWithSelector(Metering.WindowOver.selector, SUN, SLOT));
        _send(_one(HOME, 5, 0));
        _contest(HOME);
        _answer(HOME);
        _refused(_one(HOME, 7, 1), abi.encodeWithSelector(Metering.WindowOver.selector, HOME, SLOT));
        vm.expectRevert(
            abi.encodeWithSelector(Metering.WindowRunning.selector, SUN, SLOT, uint256(FINAL))
        );
        _settlePoint(SUN);
    }

    function test_M9_a_contest_nobody_answers_holds_settlement_for_the_time_of_an_answer_and_no_longer() public {
        _send(_one(SUN, 5, 0));
        _contest(SUN);
        vm.warp(FINAL + OBJECTION - 1);
        assertTrue(!metering.settleable(SUN, SLOT), "may still be answered");
        vm.warp(FINAL + OBJECTION);
        vm.expectRevert(abi.encodeWithSelector(Metering.WindowOver.selector, SUN, SLOT));
        _answer(SUN);
        _refused(_one(SUN, 7, 1), abi.encodeWithSelector(Metering.WindowOver.selector, SUN, SLOT));
        assertTrue(metering.settleable(SUN, SLOT), "stands");
        _settlePoint(SUN);
    }

    function test_M10_a_point_settles_from_the_second_its_reading_is_final() public {
        vm.expectRevert(abi.encodeWithSelector(Metering.ReadingMissing.selector, SUN, SLOT));
        _settlePoint(SUN);
        _send(_one(SUN, 5, 0));
        vm.warp(FINAL - 1);
        vm.expectRevert(abi.encodeWithSelector(Metering.WindowRunning.selector, SUN, SLOT, uint256(FINAL)));
        _settlePoint(SUN);
        assertTrue(!metering.settleable(SUN, SLOT) && !metering.settleable(HOME, SLOT), "not yet");
        vm.warp(FINAL);
        assertTrue(metering.settleable(SUN, SLOT), "final");
        _settlePoint(SUN);
    }

    /// Whatever meter operator and owner try, in any order: what was settleable once stays as it is.
    function testFuzz_M10_a_final_reading_never_changes(uint256 seed) public {
        _send(_one(SUN, 0, 0));
        uint64 now_ = AFTER;
        bool final_;
        int64 finalWh;
        for (uint32 i = 1; i <= 12; ++i) {
            seed = uint256(keccak256(abi.encode(seed)));
            now_ += uint64(seed >> 8) % 150;
            vm.warp(now_);
            Metering.SignedReading[] memory correction = _one(SUN, int64(uint64(i)), i);
            if (seed % 4 == 0) vm.prank(ALICE);
            else vm.prank(METERS);
            if (seed % 4 == 0) try metering.contest(SUN, SLOT, 1) {} catch {}
            else if (seed % 4 == 1) try metering.answer(SUN, SLOT) {} catch {}
            else try metering.report(correction) {} catch {}
            int64 netWh = metering.reading(SUN, SLOT).netWh;
            if (final_) assertEq(netWh, finalWh, "changed after it was final");
            if (final_) assertTrue(metering.settleable(SUN, SLOT), "stays settleable");
            (final_, finalWh) = (metering.settleable(SUN, SLOT), netWh);
        }
        vm.warp(FINAL + 3 * OBJECTION);
        assertTrue(metering.settleable(SUN, SLOT), "in the end everything settles");
    }

    function test_M11_an_interval_closes_although_a_point_without_business_is_unread_and_then_takes_no_reading() public {
        vm.expectRevert(abi.encodeWithSelector(Settlement.ObjectionsRunning.selector, SLOT, uint256(FINAL)));
        vm.prank(METERS);
        settlement.closeInterval(SLOT);
        vm.warp(FINAL);
        vm.prank(METERS);
        settlement.closeInterval(SLOT);
        _refused(_one(SUN, 1, 0), abi.encodeWithSelector(Metering.IntervalAlreadyClosed.selector, SLOT));
    }

    function test_M11_a_reading_that_is_not_settled_keeps_its_interval_open_contested_or_not() public {
        _send(_one(SUN, 5, 0));
        _contest(SUN);
        vm.warp(FINAL + OBJECTION);
        vm.expectRevert(abi.encodeWithSelector(Settlement.PointsOpen.selector, SLOT));
        vm.prank(METERS);
        settlement.closeInterval(SLOT);
        _settlePoint(SUN);
        vm.prank(METERS);
        settlement.closeInterval(SLOT);
    }

    function test_M12_a_new_key_signs_from_now_on_and_touches_no_reading_given() public {
        Metering.SignedReading[] memory correction = _one(SUN, 6, 1);
        _send(_one(SUN, 5, 0));
        vm.expectEmit(address(registry));
        emit Registry.MeterSet(SUN, vm.addr(77));
        _setMeter(SUN, 77);
        assertEq(registry.meterOf(SUN), vm.addr(77), "key");
        assertEq(metering.reading(SUN, SLOT).netWh, 5, "reading");
        _refused(correction, abi.encodeWithSelector(Metering.MeterSignatureInvalid.selector, SUN, SLOT));
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(77, metering.readingDigest(correction[0].reading));
        correction[0].signature = abi.encodePacked(r, s, v);
        _send(correction);
    }

    function test_M12_meters_are_named_by_meter_operator_or_administrator_for_connected_points() public {
        bytes32[] memory points = _points(SUN);
        address[] memory meters = new address[](1);
        vm.expectRevert(abi.encodeWithSelector(Registry.NotAllowed.selector, ALICE));
        vm.prank(ALICE);
        registry.setMeters(points, meters);
        registry.suspend(METERS, true);
        vm.expectRevert(abi.encodeWithSelector(Registry.NotAllowed.selector, METERS));
        vm.prank(METERS);
        registry.setMeters(points, meters);
        registry.suspend(METERS, false);
        vm.prank(METERS);
        registry.setMeters(points, meters);
        _refused(_one(SUN, 5, 0), abi.encodeWithSelector(Metering.MeterUnknown.selector, SUN));
        vm.expectRevert(Registry.LengthsDiffer.selector);
        registry.setMeters(points, new address[](2));
        vm.expectRevert(abi.encodeWithSelector(Registry.PointNotConnected.selector, bytes32("NOWHERE")));
        registry.setMeters(_points("NOWHERE"), meters);
    }

    function test_M13_a_pause_and_a_suspension_stop_neither_readings_nor_contests_nor_answers() public {
        registry.setPaused(true);
        registry.suspend(ALICE, true);
        _send(_one(SUN, 5, 0));
        _contest(SUN);
        _answer(SUN);
        _send(_one(HOME, 5, 0));
        _send(_one(HOME, 6, 1));
        vm.warp(FINAL);
        _settlePoint(SUN);
        _settlePoint(HOME);
    }

    function test_M13_a_suspended_meter_operator_neither_reports_nor_answers() public {
        _send(_one(SUN, 5, 0));
        _contest(SUN);
        registry.suspend(METERS, true);
        bytes memory refusal = abi.encodeWithSelector(MarketPart.RoleMissing.selector, METERS, Roles.METER_OPERATOR);
        _refused(_one(SUN, 6, 1), refusal);
        vm.expectRevert(refusal);
        _answer(SUN);
    }

    function testFuzz_M4_every_field_survives_the_slot(int64 first, int64 second, uint32 revision, uint32 later) public {
        revision = uint32(bound(revision, 1, type(uint32).max));
        later = uint32(bound(later, 0, OBJECTION - 1));
        _send(_one(SUN, first, 0));
        vm.warp(AFTER + later);
        _send(_one(SUN, second, revision));
        Metering.Recorded memory held = metering.reading(SUN, SLOT);
        assertEq(held.netWh, second, "energy");
        assertEq(held.revision, revision, "revision");
        assertEq(held.firstAt, AFTER, "first");
        assertEq(held.changedAt, AFTER + later, "changed");
        assertEq(held.contest, 0, "contest");
    }

    function test_M6_a_market_without_time_for_objections_is_not_set_up() public {
        MarketRules.Rules memory terms = MarketRules.Rules(900, 600, 300, 0, 86_400, 0, 0, 0, 0, 14_400, 0, RETAILER);
        vm.expectRevert(MarketRules.RulesInvalid.selector);
        new MarketRules(address(this), terms, MarketRules.Tariff(0, FEED_IN, RETAIL, FEE_CAP));
    }

    function _one(bytes32 point, int64 netWh, uint32 revision) private view returns (Metering.SignedReading[] memory readings) {
        readings = new Metering.SignedReading[](1);
        readings[0] = _signed(Metering.Reading(point, SLOT, netWh, revision));
    }

    function _send(Metering.SignedReading[] memory readings) private {
        vm.prank(METERS);
        metering.report(readings);
    }

    function _refused(Metering.SignedReading[] memory readings, bytes memory refusal) private {
        vm.expectRevert(refusal);
        _send(readings);
    }

    function _contest(bytes32 point) private {
        vm.prank(point == SUN ? ALICE : BOB);
        metering.contest(point, SLOT, 4);
    }

    function _answer(bytes32 point) private {
        vm.prank(METERS);
        metering.answer(point, SLOT);
    }
}
