// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Curtailment} from "../../src/Curtailment.sol";
import {Flexibility} from "../../src/Flexibility.sol";
import {OfferBook} from "../../src/flexibility/OfferBook.sol";
import {Metering} from "../../src/Metering.sol";
import {Positions} from "../../src/settlement/Positions.sol";
import {Settlement} from "../../src/Settlement.sol";
import {Vm} from "../Vm.sol";
import {FlexibilityPlay} from "./FlexibilityPlay.sol";

/// @notice Readings, their corrections and contests, the settlement of points and the closing of intervals.
abstract contract PointsPlay is FlexibilityPlay {
    struct Read {
        bool given;
        int64 netWh;
        uint32 revision;
        uint64 firstAt;
        uint64 changedAt;
        /// 0 none, 1 open, 2 answered
        uint8 contest;
        uint32 settledTimes;
        int64 settledWh;
    }

    /// What a point is owed and paid, from the events of its settlement.
    struct Outcome {
        int256 scheduledWh;
        uint256 deliveredWh;
        uint256 activation;
        bool up;
    }

    mapping(uint256 point => mapping(uint64 interval => Read)) internal reads;
    mapping(uint64 interval => bool) public closed;
    /// Flexibility and curtailment paid by an operator.
    mapping(address operator => int256) public spent;
    mapping(bytes32 point => mapping(uint64 interval => int256)) private _coverWh;
    mapping(bytes32 point => mapping(uint64 interval => bool)) private _covered;

    // --- actions ---

    /// A first reading or a correction, at any time, signed by the point's meter.
    function read(uint256 seed) external plays {
        uint256 roll = _roll(seed);
        if (_read(_in(roll, 1, 0, 5), _pickInterval(roll), int64(int256(_in(roll, 2, 0, 2e6))) - 1e6, roll % 4 == 0)) _did();
    }

    function contestReading(uint256 seed) external plays {
        uint256 roll = _roll(seed);
        (uint256 point, uint64 interval) = (_in(roll, 1, 0, 5), _pickInterval(roll));
        for (uint256 i; i < 3 * POINTS && roll % 4 > 0; ++i) {
            Read storage other = reads[i % POINTS][SLOT + 900 * uint64(i / POINTS)];
            if (other.given && other.contest == 0 && clock < other.changedAt + OBJECTION) (point, interval) = (i % POINTS, SLOT + 900 * uint64(i / POINTS));
        }
        Read storage held = reads[point][interval];
        address sender = roll % 4 == 0 ? BOB : _owner(point);
        bool fits = held.given && sender == _owner(point) && held.contest == 0 && clock < held.changedAt + OBJECTION;
        bytes memory call = abi.encodeCall(metering.contest, (points[point], interval, 3));
        if (!_foretold(sender, address(metering), call, fits, 12, "a contest")) return;
        held.contest = 1;
        _did();
        _settlePoint(point, interval);
    }

    function answerContest(uint256 seed) external plays {
        uint256 roll = _roll(seed);
        (uint256 point, uint64 interval) = (_in(roll, 1, 0, 5), _pickInterval(roll));
        for (uint256 i; i < 3 * POINTS && roll % 4 > 0; ++i) {
            if (reads[i % POINTS][SLOT + 900 * uint64(i / POINTS)].contest == 1) (point, interval) = (i % POINTS, SLOT + 900 * uint64(i / POINTS));
        }
        Read storage held = reads[point][interval];
        bool fits = held.contest == 1 && clock < held.changedAt + 2 * OBJECTION;
        bytes memory call = abi.encodeCall(metering.answer, (points[point], interval));
        if (!_foretold(METERS, address(metering), call, fits, 12, "an answer")) return;
        held.contest = 2;
        _did();
    }

    /// Some parts or all, at any time; at times one too few.
    function gather(uint256 seed) external plays {
        uint256 roll = _roll(seed);
        uint64 interval = _interval(roll);
        for (uint64 k; k < INTERVALS && roll % 4 > 0 && !_gatherable(interval); ++k) interval = SLOT + 900 * k;
        uint256 left = _partsLeft(interval);
        if (left == 0) return _idle();
        // Too early while trades are left to gather, also where nothing was read.
        if (!_closable(interval)) _close(interval);
        uint256 count = _in(roll, 1, 1, left);
        Positions.Sheet memory sheet = _sheetOf(interval, count);
        bool whole = _in(roll, 2, 0, 7) > 0;
        if (!whole) sheet.parts = new Positions.Part[](0);
        bool fits = whole && _tradesFinal(interval);
        if (!_foretold(METERS, address(nets), abi.encodeCall(nets.gather, (interval, sheet)), fits, whole ? 4 : 1, "a sheet")) return;
        _gathered(interval, count);
        _did();
    }

    function settlePoint(uint256 seed) external plays {
        uint256 roll = _roll(seed);
        if (_settlePoint(_in(roll, 1, 0, 5), _pickInterval(roll))) _did();
    }

    function closeInterval(uint256 seed) external plays {
        uint256 roll = _roll(seed);
        uint64 interval = _interval(roll);
        for (uint64 k; k < INTERVALS && roll % 4 > 0 && !_closable(interval); ++k) interval = SLOT + 900 * k;
        if (!_close(interval)) return;
        _did();
        _claimMerit(interval);
    }

    /// The way to the end of an interval, as far as it goes now: seldom walked by chance in a short run.
    function settleInterval(uint256 seed) external plays {
        uint256 roll = _roll(seed);
        uint64 interval = _pickInterval(roll);
        if (clock < interval + 900) return _idle();
        _settleTrades(interval);
        for (uint256 point; point < POINTS; ++point) {
            if (!reads[point][interval].given && !closed[interval]) _read(point, interval, int64(int256(_in(roll, point, 0, 20_000))) - 10_000, false);
        }
        for (uint256 point; point < 2 * POINTS; ++point) {
            // Too early at every step, and again at the end.
            if (!_closable(interval)) _close(interval);
            if (_settleable(point % POINTS, interval)) _settlePoint(point % POINTS, interval);
        }
        uint256 again = _in(roll, 9, 0, 5);
        if (reads[again][interval].settledTimes > 0) _settlePoint(again, interval);
        _did();
    }

    // --- what the invariants ask ---

    function sumOfBalances() external view returns (int256 sum) {
        for (uint32 number; number <= registry.participantCount(); ++number) sum += ledger.balanceOfNumber(number);
    }

    function checkBalances() external view {
        for (uint32 number; number <= registry.participantCount(); ++number) {
            assertEq(ledger.balanceOfNumber(number), ghostBalance[number], "I4 balance and what settlement said");
        }
        for (uint16 area = 1; area <= 2; ++area) {
            address operator = _operator(area);
            assertEq(
                ledger.balanceOf(operator),
                tradeFees[operator] + falseFees[operator] - spent[operator],
                "I4 fees, trade by trade, and the operator's credit"
            );
        }
    }

    function checkReadings() external view {
        for (uint64 k; k < INTERVALS; ++k) {
            uint64 interval = SLOT + 900 * k;
            uint256 count;
            for (uint256 point; point < POINTS; ++point) {
                Read storage held = reads[point][interval];
                Metering.Recorded memory found = metering.reading(points[point], interval);
                assertTrue((found.connection != 0) == held.given, "I12 a reading that stands");
                assertEq(found.netWh, held.netWh, "I12 energy read");
                assertEq(found.revision, held.revision, "I12 revision");
                if (held.settledTimes > 0) assertEq(found.netWh, held.settledWh, "I12 a reading changed after settlement");
                if (held.given) ++count;
            }
            assertEq(metering.readingCount(interval), count, "I12 readings of an interval");
        }
    }

    function checkPoints() external view {
        for (uint64 k; k < INTERVALS; ++k) {
            uint256 count;
            for (uint256 point; point < POINTS; ++point) {
                assertTrue(reads[point][SLOT + 900 * k].settledTimes <= 1, "I17 settled more than once");
                count += reads[point][SLOT + 900 * k].settledTimes;
            }
            assertEq(settlement.progress(SLOT + 900 * k).pointsSettled, count, "I17 points settled");
            assertTrue(settlement.closed(SLOT + 900 * k) == closed[SLOT + 900 * k], "I16 closed");
        }
    }

    // --- the end of a run ---

    /// Settles all that is left and closes every interval: must always be possible, also in a paused market.
    function finish() external {
        clock = uint64(SLOT + 900 * INTERVALS + 14_400 > clock ? SLOT + 900 * INTERVALS + 14_400 : clock + 600);
        vm.warp(clock);
        registry.setPaused(true);
        _endTrades();
        for (uint64 k; k < INTERVALS; ++k) {
            for (uint256 p; p < POINTS; ++p) if (!reads[p][SLOT + 900 * k].given && !closed[SLOT + 900 * k]) _read(p, SLOT + 900 * k, int64(uint64(p * 1000)) - 1500, false);
        }
        clock += 600;
        vm.warp(clock);
        for (uint64 k; k < INTERVALS; ++k) {
            // Twice: points that others cover wait for those.
            for (uint256 p; p < 2 * POINTS; ++p) {
                if (reads[p % POINTS][SLOT + 900 * k].settledTimes == 0) _settlePoint(p % POINTS, SLOT + 900 * k);
            }
            if (!closed[SLOT + 900 * k]) _close(SLOT + 900 * k);
        }
    }

    // --- how it is played ---

    function _read(uint256 point, uint64 interval, int64 netWh, bool wrong) private returns (bool) {
        Read storage held = reads[point][interval];
        uint32 revision = held.given ? held.revision + (wrong ? 0 : 1) : wrong ? 1 : 0;
        bool correctable = held.contest == 1 ? clock < held.changedAt + 2 * OBJECTION : held.contest == 0 && clock < held.firstAt + OBJECTION;
        bool fits = clock >= interval + 900 && !closed[interval] && !wrong && (!held.given || correctable);
        Metering.SignedReading[] memory readings = new Metering.SignedReading[](1);
        readings[0] = _signed(Metering.Reading(points[point], interval, netWh, revision));
        bytes memory call = abi.encodeCall(metering.report, (readings));
        if (!_foretold(METERS, address(metering), call, fits, _open() ? 12 : 14, "a reading")) return false;
        if (!held.given) (held.given, held.firstAt) = (true, clock);
        (held.netWh, held.revision) = (netWh, revision);
        if (held.contest == 1) held.contest = 2;
        else held.changedAt = clock;
        return true;
    }

    function _readingFinal(Read storage held) private view returns (bool) {
        return held.given && clock >= held.changedAt + OBJECTION && !(held.contest == 1 && clock < held.changedAt + 2 * OBJECTION);
    }

    function _settleable(uint256 point, uint64 interval) private view returns (bool) {
        (, uint256 coverOpen) = flexibility.countsOf(points[point], interval);
        Read storage held = reads[point][interval];
        return _tradesFinal(interval) && _readingFinal(held) && held.settledTimes == 0 && coverOpen == 0;
    }

    function _settlePoint(uint256 point, uint64 interval) private returns (bool) {
        Read storage held = reads[point][interval];
        bool fits = _settleable(point, interval);
        uint256 rule = held.settledTimes > 0 ? 17 : !_readingFinal(held) ? 12 : _open() ? 16 : 14;
        Flexibility.Activation[] memory activations = flexibility.activationsOf(points[point], interval);
        uint256 left = _partsLeft(interval);
        bytes memory call = abi.encodeCall(settlement.settlePoints, (interval, _sheetOf(interval, left), _points(points[point])));
        vm.recordLogs();
        if (!_foretold(ALICE, address(settlement), call, fits, rule, "a point")) return false;
        _gathered(interval, left);
        ++held.settledTimes;
        held.settledWh = held.netWh;
        _count(point, interval, activations, vm.getRecordedLogs());
        return true;
    }

    /// @dev What the events say goes into the ghosts' balances; what they may say follows from reading, orders and offers.
    function _count(uint256 point, uint64 interval, Flexibility.Activation[] memory activations, Vm.Log[] memory logs) private {
        OfferBook.Position memory position = flexibility.positionOf(points[point], interval);
        Outcome memory outcome;
        outcome.up = position.direction == 0;
        outcome.scheduledWh = ghostTradedWh[uint32(point + 1)][interval] + _coverWh[points[point]][interval];
        for (uint256 i; i < logs.length; ++i) {
            if (logs[i].emitter != address(settlement)) continue;
            bytes32 topic = logs[i].topics[0];
            if (topic == Settlement.FlexibilitySettled.selector) _countFlexibility(point, interval, outcome, activations, logs[i]);
            if (topic == Settlement.CurtailmentSettled.selector) _countCurtailment(point, outcome, logs[i]);
            if (topic == Settlement.PointSettled.selector) _countRest(point, interval, outcome, logs[i]);
        }
        if (outcome.activation != activations.length) _break(10, "not every activation was settled");
        int256 movedWh = int256(reads[point][interval].netWh) - position.baselineNetWh;
        if (!outcome.up) movedWh = -movedWh;
        uint256 expectedWh = movedWh <= 0 ? 0 : uint256(movedWh) < position.activatedWh ? uint256(movedWh) : position.activatedWh;
        if (activations.length > 0 && outcome.deliveredWh != expectedWh) _break(10, "more or less paid than delivered");
    }

    function _countFlexibility(
        uint256 point,
        uint64 interval,
        Outcome memory outcome,
        Flexibility.Activation[] memory activations,
        Vm.Log memory log
    ) private {
        Flexibility.Activation memory activation = activations[outcome.activation++];
        (uint256 deliveredWh, uint256 missingWh, int256 amount) = abi.decode(log.data, (uint256, uint256, int256));
        if (deliveredWh > activation.energyWh) _break(10, "more paid than ordered");
        uint256 price = flexibility.offerOf(activation.offerId).priceMicroEurPerKwh;
        if (amount != int256((deliveredWh * price) / 1000) - int256((missingWh * PENALTY) / 1000)) _break(10, "not the price of the offer");
        _pay(activation.buyer, _owner(point), amount);
        outcome.deliveredWh += deliveredWh;
        int256 signedWh = outcome.up ? int256(deliveredWh) : -int256(deliveredWh);
        outcome.scheduledWh += signedWh;
        if (activation.beneficiaryPoint == 0 || deliveredWh == 0) return;
        _coverWh[activation.beneficiaryPoint][interval] -= signedWh;
        _covered[activation.beneficiaryPoint][interval] = true;
    }

    function _countCurtailment(uint256 point, Outcome memory outcome, Vm.Log memory log) private {
        Curtailment.Order memory order = curtailment.orderOf(uint256(log.topics[1]));
        (uint256 excusedWh, int256 compensation, int256 replacement) = abi.decode(log.data, (uint256, int256, int256));
        if (excusedWh > order.energyWh || (excusedWh > 0 && order.direction == 0)) _break(1, "more excused than ordered");
        if (uint256(compensation) != order.compensationMicroEur) _break(11, "another compensation than on record");
        _pay(order.orderedBy, _owner(point), compensation);
        _pay(order.orderedBy, RETAILER, replacement);
        outcome.scheduledWh -= int256(excusedWh);
    }

    function _countRest(uint256 point, uint64 interval, Outcome memory outcome, Vm.Log memory log) private {
        (int256 meteredWh, int256 scheduledWh, int256 amount) = abi.decode(log.data, (int256, int256, int256));
        if (meteredWh != reads[point][interval].netWh) _break(12, "settled against another reading");
        if (scheduledWh != outcome.scheduledWh) _break(1, "sold and curtailed is not what trades, flexibility and orders say");
        int256 restWh = meteredWh - scheduledWh;
        int256 price = restWh >= 0 ? int256(uint256(FEED_IN)) : int256(uint256(RETAIL));
        // Rounded toward zero: whoever pays never pays a fraction more.
        if (amount != (restWh * price) / 1000) _break(4, "the rest at another price, or rounded the wrong way");
        _pay(RETAILER, _owner(point), amount);
    }

    /// @dev Any merit there is, so that claims are seen to need a closed interval.
    function _claimMerit(uint64 interval) private {
        bytes32[] memory named = new bytes32[](2);
        (named[0], named[1]) = (COOP_1, COOP_2);
        (int256 a, int256 b) = (reads[2][interval].netWh, reads[3][interval].netWh);
        uint256 meritWh = a > 0 == b > 0 ? 0 : 2 * uint256(_abs(a) < _abs(b) ? _abs(a) : _abs(b));
        if (meritWh > 10_000) meritWh = 10_000;
        bool fits = closed[interval] && reads[2][interval].given && reads[3][interval].given
            && interval / EPOCH + 1 >= clock / EPOCH && meritWh > proof.claimedWh(COOP, interval);
        bytes memory call = abi.encodeCall(proof.claim, (COOP, interval, named));
        _foretold(BOB, address(proof), call, fits, 15, "a claim of merit");
    }

    function _pay(address payer, address payee, int256 amount) private {
        ghostBalance[registry.numberOf(payer)] -= amount;
        ghostBalance[registry.numberOf(payee)] += amount;
        spent[payer] += amount;
    }

    function _close(uint64 interval) private returns (bool) {
        bool fits = _closable(interval);
        bytes memory call = abi.encodeCall(settlement.closeInterval, (interval));
        if (!_foretold(METERS, address(settlement), call, fits, 16, "the close of an interval")) return false;
        closed[interval] = true;
        return true;
    }

    function _closable(uint64 interval) private view returns (bool) {
        if (!_tradesFinal(interval) || _partsLeft(interval) > 0 || closed[interval] || clock < interval + 1200) return false;
        for (uint256 p; p < POINTS; ++p) {
            bool concerned = reads[p][interval].given || ghostTradedWh[uint32(p + 1)][interval] != 0 || _covered[points[p]][interval]
                || flexibility.positionOf(points[p], interval).activationCount > 0
                || curtailment.ordersOf(points[p], interval).length > 0;
            if (concerned && reads[p][interval].settledTimes == 0) return false;
        }
        return true;
    }

    /// @dev Mostly one whose delivery is over.
    function _pickInterval(uint256 roll) private view returns (uint64 interval) {
        interval = _interval(roll);
        if (roll % 8 != 0 && clock < interval + 900) interval = SLOT;
    }

    function _abs(int256 x) private pure returns (int256) {
        return x < 0 ? -x : x;
    }
}
