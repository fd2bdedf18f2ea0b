// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {MarketPart} from "./MarketPart.sol";
import {MarketRules} from "./MarketRules.sol";
import {Registry} from "./Registry.sol";
import {Roles} from "./Roles.sol";

/// @notice What Metering needs to know of Settlement.
interface IClosedIntervals {
    function closed(uint64 interval) external view returns (bool);
}

/// @title Meter readings: the net energy of a point in an interval, signed by its meter
/// @notice A reading may be corrected and contested for a while and is final after that: what was settled against it does not
///         change. Every change is an event. No reading is taken once the interval is closed.
contract Metering is MarketPart, EIP712 {
    /// @notice What a meter signs (EIP-712, domain "Interlock Metering" version "1").
    struct Reading {
        bytes32 point;
        uint64 interval;
        /// Injection positive.
        int64 netWh;
        /// 0 first; of two readings of a point and interval the higher revision holds.
        uint32 revision;
    }

    struct SignedReading {
        Reading reading;
        /// By the key of the point's meter.
        bytes signature;
    }

    /// @dev One slot, 216 bits. `connection` is the one in force when the first reading was recorded; 0: no reading.
    struct Recorded {
        uint32 connection;
        int64 netWh;
        uint32 revision;
        /// Unix seconds of the first reading, and of the last one that was not the answer to a contest.
        uint40 firstAt;
        uint40 changedAt;
        /// 0 none, 1 open, 2 answered
        uint8 contest;
    }

    event ReadingRecorded(bytes32 indexed point, uint64 indexed interval, int64 netWh, uint32 revision);
    event ReadingContested(
        bytes32 indexed point, uint64 indexed interval, address indexed owner, uint32 revision, uint16 reasonCode
    );
    /// @dev `revision` is the one that stands: the contested one when it was upheld, else the correction.
    event ContestAnswered(bytes32 indexed point, uint64 indexed interval, uint32 revision);

    error DeliveryRunning(uint64 interval);
    error MeterUnknown(bytes32 point);
    error MeterSignatureInvalid(bytes32 point, uint64 interval);
    error RevisionNotFirst(bytes32 point, uint64 interval, uint32 revision);
    error ReadingDuplicated(bytes32 point, uint64 interval);
    error RevisionStale(bytes32 point, uint64 interval, uint32 revision, uint32 standingRevision);
    error WindowOver(bytes32 point, uint64 interval);
    error IntervalAlreadyClosed(uint64 interval);
    error ReadingMissing(bytes32 point, uint64 interval);
    error WindowRunning(bytes32 point, uint64 interval, uint256 finalAt);
    error ContestOpen(bytes32 point, uint64 interval, uint256 answerableUntil);
    error ContestMissing(bytes32 point, uint64 interval);
    error AlreadyContested(bytes32 point, uint64 interval);
    error NotPointOwner(bytes32 point, address account);

    bytes32 public constant READING_TYPEHASH =
        keccak256("Reading(bytes32 point,uint64 interval,int64 netWh,uint32 revision)");

    uint8 public constant CONTEST_NONE = 0;
    uint8 public constant CONTEST_OPEN = 1;
    uint8 public constant CONTEST_ANSWERED = 2;

    IClosedIntervals public immutable settlement;
    uint32 public immutable objectionSeconds;

    /// @notice Number of points read in an interval.
    mapping(uint64 interval => uint256) public readingCount;

    mapping(bytes32 point => mapping(uint64 interval => Recorded)) private _readings;

    constructor(
        Registry registry_,
        MarketRules rules_,
        IClosedIntervals settlement_
    ) MarketPart(registry_, rules_) EIP712("Interlock Metering", "1") {
        settlement = settlement_;
        objectionSeconds = rules_.objectionSeconds();
    }

    /// @notice The reading that stands, final or not; all zero when there is none.
    function reading(bytes32 point, uint64 interval) external view returns (Recorded memory) {
        return _readings[point][interval];
    }

    /// @notice The moment from which a reading is neither corrected nor contested any more, Unix seconds; 0: there is no reading.
    ///         A contest that is open then may still be answered for `objectionSeconds`.
    function finalAt(bytes32 point, uint64 interval) external view returns (uint256) {
        Recorded memory held = _readings[point][interval];
        return held.connection == 0 ? 0 : _finalAt(held);
    }

    /// @notice True when the point may settle: it is read, its time for objections is over, and no contest waits for an answer.
    function settleable(bytes32 point, uint64 interval) external view returns (bool) {
        Recorded memory held = _readings[point][interval];
        return held.connection != 0 && block.timestamp >= _finalAt(held) && !_waitsForAnswer(held);
    }

    /// @notice The reading a point settles against. Once given it never changes.
    /// @dev Reverts ReadingMissing, WindowRunning, ContestOpen.
    function finalReading(bytes32 point, uint64 interval) external view returns (Recorded memory held) {
        held = _readings[point][interval];
        if (held.connection == 0) revert ReadingMissing(point, interval);
        if (block.timestamp < _finalAt(held)) revert WindowRunning(point, interval, _finalAt(held));
        if (_waitsForAnswer(held)) revert ContestOpen(point, interval, _finalAt(held) + objectionSeconds);
    }

    /// @notice The digest a meter signs.
    function readingDigest(Reading calldata entry) public view returns (bytes32) {
        return _hashTypedDataV4(
            keccak256(abi.encode(READING_TYPEHASH, entry.point, entry.interval, entry.netWh, entry.revision))
        );
    }

    /// @notice Records readings after their interval ended, first ones and corrections. All or nothing.
    /// @dev Reverts RoleMissing, IntervalInvalid, DeliveryRunning, IntervalAlreadyClosed, MeterUnknown, MeterSignatureInvalid,
    ///      RevisionNotFirst, ReadingDuplicated, RevisionStale, WindowOver, and from the Registry PointNotConnected.
    function report(SignedReading[] calldata readings) external onlyRole(Roles.METER_OPERATOR) {
        uint64 checkedInterval;
        for (uint256 i; i < readings.length; ++i) {
            uint64 interval = readings[i].reading.interval;
            if (interval != checkedInterval || i == 0) {
                _requireInterval(interval);
                if (block.timestamp < uint256(interval) + intervalSeconds) revert DeliveryRunning(interval);
                if (settlement.closed(interval)) revert IntervalAlreadyClosed(interval);
                checkedInterval = interval;
            }
            _record(readings[i].reading, readings[i].signature);
        }
    }

    /// @notice Objects to the reading of a point, once, by the owner it will be settled with. It does not settle until it is
    ///         answered or the time for an answer is over.
    /// @dev Reverts ReadingMissing, NotPointOwner, AlreadyContested, WindowOver.
    function contest(bytes32 point, uint64 interval, uint16 reasonCode) external {
        Recorded storage held = _readings[point][interval];
        Recorded memory before = held;
        if (before.connection == 0) revert ReadingMissing(point, interval);
        if (registry.connectionOwner(before.connection) != msg.sender) revert NotPointOwner(point, msg.sender);
        if (before.contest != CONTEST_NONE) revert AlreadyContested(point, interval);
        if (block.timestamp >= _finalAt(before)) revert WindowOver(point, interval);
        held.contest = CONTEST_OPEN;
        emit ReadingContested(point, interval, msg.sender, before.revision, reasonCode);
    }

    /// @notice Upholds a contested reading. The other answer is a corrected reading: see report.
    /// @dev Reverts RoleMissing, ContestMissing, WindowOver.
    function answer(bytes32 point, uint64 interval) external onlyRole(Roles.METER_OPERATOR) {
        Recorded storage held = _readings[point][interval];
        if (held.contest != CONTEST_OPEN) revert ContestMissing(point, interval);
        if (!_waitsForAnswer(held)) revert WindowOver(point, interval);
        held.contest = CONTEST_ANSWERED;
        emit ContestAnswered(point, interval, held.revision);
    }

    function _record(Reading calldata entry, bytes calldata signature) private {
        (bytes32 point, uint64 interval) = (entry.point, entry.interval);
        (uint32 connection, address meter) = registry.meteredConnectionOf(point);
        if (meter == address(0)) revert MeterUnknown(point);
        (address signer, ECDSA.RecoverError problem, ) = ECDSA.tryRecoverCalldata(readingDigest(entry), signature);
        if (problem != ECDSA.RecoverError.NoError || signer != meter) revert MeterSignatureInvalid(point, interval);

        Recorded memory held = _readings[point][interval];
        bool answers = held.contest == CONTEST_OPEN;
        if (held.connection == 0) {
            if (entry.revision != 0) revert RevisionNotFirst(point, interval, entry.revision);
            (held.connection, held.firstAt) = (connection, uint40(block.timestamp));
            ++readingCount[interval];
        } else {
            // The connection stays: a correction is about energy, not about whose it is.
            _requireCorrectable(held, entry);
        }
        (held.netWh, held.revision) = (entry.netWh, entry.revision);
        if (answers) held.contest = CONTEST_ANSWERED;
        else held.changedAt = uint40(block.timestamp);
        _readings[point][interval] = held;
        emit ReadingRecorded(point, interval, entry.netWh, entry.revision);
        if (answers) emit ContestAnswered(point, interval, entry.revision);
    }

    /// @dev The answer to a contest is the last word. Otherwise the time for corrections runs from the first reading, so that
    ///      corrections cannot put settlement off for ever.
    function _requireCorrectable(Recorded memory held, Reading calldata entry) private view {
        if (entry.revision == held.revision) revert ReadingDuplicated(entry.point, entry.interval);
        if (entry.revision < held.revision) {
            revert RevisionStale(entry.point, entry.interval, entry.revision, held.revision);
        }
        bool correctable = held.contest == CONTEST_OPEN
            ? _waitsForAnswer(held)
            : held.contest == CONTEST_NONE && block.timestamp < uint256(held.firstAt) + objectionSeconds;
        if (!correctable) revert WindowOver(entry.point, entry.interval);
    }

    /// @dev Readings come after the end of delivery, so this is never before the end plus `objectionSeconds`. It runs from the
    ///      last correction: one made in the last second can be contested like any other.
    function _finalAt(Recorded memory held) private view returns (uint256) {
        return uint256(held.changedAt) + objectionSeconds;
    }

    function _waitsForAnswer(Recorded memory held) private view returns (bool) {
        return held.contest == CONTEST_OPEN && block.timestamp < _finalAt(held) + objectionSeconds;
    }
}
