// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {CalendarYear} from "../src/CalendarYear.sol";
import {Curtailment} from "../src/Curtailment.sol";
import {OfferBook} from "../src/flexibility/OfferBook.sol";
import {MarketPart} from "../src/MarketPart.sol";
import {Registry} from "../src/Registry.sol";
import {Roles} from "../src/Roles.sol";
import {MarketTest} from "./MarketTest.sol";

contract CurtailmentTest is MarketTest {
    address private constant NEIGHBOUR = address(0xD51);

    function test_C1_an_order_is_on_record_with_reason_rank_and_compensation() public {
        vm.expectEmit(address(curtailment));
        emit Curtailment.CurtailmentOrdered(1, SUN, SLOT, 1, 500, 3, 1, 40_000, "evidence", DSO, "T1 above its limit", "");
        _curtail(SUN, 500, 1, 40_000);
        assertEq(curtailment.orderOf(1).energyWh, 500, "energy");
        assertEq(curtailment.curtailedPointCount(SLOT), 1, "one point");
        assertEq(curtailment.ordersOf(SUN, SLOT).length, 1, "one order");
    }

    function test_C1_no_order_without_reason_in_words_and_as_a_code() public {
        vm.expectRevert(Curtailment.ReasonMissing.selector);
        _try(_term(SUN, 1, 100), "", "");
        vm.expectRevert(abi.encodeWithSelector(Curtailment.ReasonTooLong.selector, 513));
        _try(_term(SUN, 1, 100), string(new bytes(513)), "");
        vm.expectRevert(abi.encodeWithSelector(Curtailment.ReasonTooLong.selector, 513));
        _try(_term(SUN, 1, 100), "because", string(new bytes(513)));
        Curtailment.CurtailmentTerms memory term = _term(SUN, 1, 100);
        term.reasonCode = 0;
        vm.expectRevert(Curtailment.ReasonMissing.selector);
        _try(term, "because", "");
        _try(_term(SUN, 1, 100), string(new bytes(512)), string(new bytes(512)));
    }

    function test_C2_only_the_operator_of_the_points_area_orders() public {
        _register(NEIGHBOUR, Roles.DSO, "Neighbour");
        registry.openArea(NEIGHBOUR);
        bytes4 notOperator = Curtailment.NotAreaOperator.selector;
        vm.expectRevert(abi.encodeWithSelector(notOperator, SUN, NEIGHBOUR));
        vm.prank(NEIGHBOUR);
        curtailment.order(_one(_term(SUN, 1, 100)), "because", "");
        vm.expectRevert(abi.encodeWithSelector(notOperator, SUN, TSO));
        vm.prank(TSO);
        curtailment.order(_one(_term(SUN, 1, 100)), "because", "");
        vm.expectRevert(abi.encodeWithSelector(MarketPart.RoleMissing.selector, ALICE, Roles.DSO | Roles.TSO));
        vm.prank(ALICE);
        curtailment.order(_one(_term(SUN, 1, 100)), "because", "");
        vm.expectRevert(abi.encodeWithSelector(Registry.PointNotConnected.selector, bytes32("NOWHERE")));
        _try(_term("NOWHERE", 1, 100), "because", "");
        // An area given away is the new operator's, and a suspended operator orders nothing.
        registry.assignArea(1, NEIGHBOUR);
        vm.expectRevert(abi.encodeWithSelector(notOperator, SUN, DSO));
        _curtail(SUN, 100, 1, 0);
        registry.suspend(NEIGHBOUR, true);
        vm.expectRevert(abi.encodeWithSelector(MarketPart.RoleMissing.selector, NEIGHBOUR, Roles.DSO | Roles.TSO));
        vm.prank(NEIGHBOUR);
        curtailment.order(_one(_term(SUN, 1, 100)), "because", "");
    }

    function test_C3_orders_are_bounded_in_energy_compensation_rank_time_and_number() public {
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
        for (uint8 rank; rank <= 6; rank += 6) {
            Curtailment.CurtailmentTerms memory term = _term(HOME, 1, 100);
            term.legalRank = rank;
            vm.expectRevert(abi.encodeWithSelector(Curtailment.LegalRankInvalid.selector, rank));
            _try(term, "because", "");
        }
        vm.warp(AFTER - 1);
        _curtail(HOME, 1, 1, 0);
        vm.warp(AFTER);
        vm.expectRevert(abi.encodeWithSelector(Curtailment.DeliveryEnded.selector, SLOT));
        _curtail(HOME, 1, 1, 0);
    }

    function test_C4_an_order_is_refused_while_offers_would_cover_it() public {
        _offer(COOP, COOP_1, 1, 500, 90_000, 0);
        _expectMarket(1, 500);
        _curtail(SUN, 500, 1, 0);
        _curtail(SUN, 501, 1, 0);
        _curtail(SUN, 500, 0, 0); // the other direction
        // What is sold, reserved or withdrawn is not open any more.
        _order(TSO, 1, 100);
        _curtail(SUN, 401, 1, 0);
        _expectMarket(1, 400);
        _curtail(SUN, 400, 1, 0);
        vm.prank(COOP);
        flexibility.withdraw(1);
        _curtail(SUN, 100, 1, 0);
    }

    function test_C4_offers_that_the_operator_may_not_buy_or_of_another_area_or_interval_do_not_count() public {
        _offerProduct(COOP, OfferBook.OfferTerms(COOP_1, SLOT, 4, 1, 1000, 90_000, 0)); // reserve is the TSO's
        _offerProduct(COOP, OfferBook.OfferTerms(COOP_1, SLOT + 900, 1, 1, 1000, 90_000, 0));
        _register(NEIGHBOUR, Roles.DSO, "Neighbour");
        bytes32[] memory points = new bytes32[](1);
        address[] memory owners = new address[](1);
        (points[0], owners[0]) = ("FAR-1", COOP);
        registry.connectPoints(points, owners, registry.openArea(NEIGHBOUR));
        _offer(COOP, "FAR-1", 1, 1000, 90_000, 0);
        _curtail(SUN, 500, 1, 0);
    }

    function test_C4_once_delivery_started_offers_cannot_help_any_more() public {
        _offer(COOP, COOP_1, 1, 500, 90_000, 0);
        vm.warp(SLOT - 1);
        _expectMarket(1, 500);
        _curtail(SUN, 500, 1, 0);
        vm.warp(SLOT);
        _curtail(SUN, 500, 1, 0);
    }

    function test_C4_terms_in_succession_are_one_need() public {
        _offer(COOP, COOP_1, 1, 500, 90_000, 0);
        Curtailment.CurtailmentTerms[] memory terms = new Curtailment.CurtailmentTerms[](2);
        (terms[0], terms[1]) = (_term(SUN, 1, 250), _term(HOME, 1, 250));
        _expectMarket(1, 500);
        vm.prank(DSO);
        curtailment.order(terms, "because", "");
        terms[1].energyWh = 251;
        vm.prank(DSO);
        curtailment.order(terms, "because", "");
        // The first need is checked too, not only the last.
        (terms[0], terms[1]) = (_term(SUN, 1, 500), _term(HOME, 0, 250));
        _expectMarket(1, 500);
        vm.prank(DSO);
        curtailment.order(terms, "because", "");
    }

    function test_C5_the_market_is_passed_over_only_in_words_that_stand_in_the_event() public {
        _offer(COOP, COOP_1, 1, 500, 90_000, 0);
        vm.expectEmit(address(curtailment));
        emit Curtailment.CurtailmentOrdered(1, SUN, SLOT, 1, 500, 3, 1, 0, "", DSO, "because", "behind another line");
        _try(_term(SUN, 1, 500), "because", "behind another line");
    }

    function test_C6_a_paused_market_and_a_suspended_owner_are_curtailed_all_the_same() public {
        registry.setPaused(true);
        registry.suspend(ALICE, true);
        _curtail(SUN, 500, 1, 0);
    }

    function test_C7_totals_stand_by_operator_year_of_delivery_and_legal_rank() public {
        _curtail(SUN, 500, 1, 40_000);
        _curtail(HOME, 300, 1, 0);
        Curtailment.CurtailmentTerms memory term = _term(HOME, 0, 200);
        term.legalRank = 5;
        _try(term, "because", "");
        _expectTotals(DSO, 2027, 3, 800, 40_000, 2);
        _expectTotals(DSO, 2027, 5, 200, 0, 1);
        _expectTotals(DSO, 2026, 3, 0, 0, 0);
        _expectTotals(DSO, 2028, 3, 0, 0, 0);
        _expectTotals(TSO, 2027, 3, 0, 0, 0);
    }

    function test_C7_the_year_of_an_order_is_that_of_its_delivery_in_utc() public {
        uint64 newYear = 1_830_297_600; // 2028-01-01T00:00:00Z
        Curtailment.CurtailmentTerms[] memory terms = new Curtailment.CurtailmentTerms[](2);
        (terms[0], terms[1]) = (_term(SUN, 1, 100), _term(SUN, 1, 30));
        (terms[0].interval, terms[1].interval) = (newYear - 900, newYear);
        vm.prank(DSO);
        curtailment.order(terms, "because", "");
        _expectTotals(DSO, 2027, 3, 100, 0, 1);
        _expectTotals(DSO, 2028, 3, 30, 0, 1);
    }

    function test_C9_compensation_is_on_record_and_paid_whatever_the_meter_shows() public {
        _curtail(SUN, 500, 1, 40_000);
        assertEq(curtailment.orderOf(1).compensationMicroEur, 40_000, "on record");
        vm.warp(AFTER);
        _report(SUN, 900);
        _settlePoint(SUN);
        assertEq(ledger.balanceOf(DSO), -40_000, "operator");
        assertEq(ledger.balanceOf(ALICE), 40_000 + 72_000, "owner, with the feed-in of 900 Wh");
    }

    function _term(bytes32 point, uint8 direction, uint64 energyWh) private pure returns (Curtailment.CurtailmentTerms memory) {
        return Curtailment.CurtailmentTerms(point, SLOT, energyWh, direction, 3, 1, 0, "");
    }

    function _one(
        Curtailment.CurtailmentTerms memory term
    ) private pure returns (Curtailment.CurtailmentTerms[] memory terms) {
        terms = new Curtailment.CurtailmentTerms[](1);
        terms[0] = term;
    }

    function _try(Curtailment.CurtailmentTerms memory term, string memory reason, string memory marketOverride) private {
        vm.prank(DSO);
        curtailment.order(_one(term), reason, marketOverride);
    }

    function _expectMarket(uint8 direction, uint256 openWh) private {
        vm.expectRevert(abi.encodeWithSelector(Curtailment.MarketCanSolve.selector, SLOT, direction, openWh));
    }

    function _expectTotals(
        address operator,
        uint16 year,
        uint8 rank,
        uint256 energyWh,
        uint256 compensationMicroEur,
        uint256 orders
    ) private view {
        Curtailment.Totals memory totals = curtailment.totalsOf(operator, year, rank);
        assertEq(totals.energyWh, energyWh, "energy");
        assertEq(totals.compensationMicroEur, compensationMicroEur, "compensation");
        assertEq(totals.orders, orders, "orders");
    }
}

contract CalendarYearTest is MarketTest {
    function test_C8_the_year_changes_at_midnight_utc_also_around_leap_years() public pure {
        // First seconds of years: before, in and after leap years, of a century with and of one without leap day.
        uint40[11] memory starts = [
            uint40(0), 31_536_000, 63_072_000, 94_694_400, 946_684_800, 978_307_200, 1_704_067_200, 1_735_689_600, 4_102_444_800,
            4_133_980_800, 13_569_465_600
        ];
        uint16[11] memory expected = [uint16(1970), 1971, 1972, 1973, 2000, 2001, 2024, 2025, 2100, 2101, 2400];
        for (uint256 i; i < starts.length; ++i) {
            assertEq(CalendarYear.yearOf(starts[i]), expected[i], "first second");
            if (i > 0) assertEq(CalendarYear.yearOf(starts[i] - 1), expected[i] - 1, "last second of the year before");
        }
        assertEq(CalendarYear.yearOf(1_709_164_800), 2024, "29 February 2024");
        assertEq(CalendarYear.yearOf(1_709_251_200), 2024, "1 March 2024");
        assertEq(CalendarYear.yearOf(type(uint40).max), 36_812, "the last interval");
    }

    /// Counted year by year, as one would by hand.
    function testFuzz_C8_years_counted_one_by_one_give_the_same(uint40 unixSeconds) public pure {
        uint256 left = bound(unixSeconds, 0, 30_000_000_000) / 86_400;
        uint16 year = 1970;
        while (true) {
            uint256 length = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 366 : 365;
            if (left < length) break;
            left -= length;
            ++year;
        }
        assertEq(CalendarYear.yearOf(uint40(bound(unixSeconds, 0, 30_000_000_000))), year, "year");
    }
}
