// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {EnergyMarket} from "../EnergyMarket.sol";
import {GridSupervision} from "../GridSupervision.sol";
import {Ledger} from "../Ledger.sol";
import {TradeBook} from "../market/TradeBook.sol";
import {MarketPart} from "../MarketPart.sol";
import {BYTES_PER_POSITION, Positions, WORDS_PER_GROUP} from "./Positions.sol";

/// @title Settlement of trades: a batch becomes the nets of its participants and points, in the open
/// @notice After delivery who knows the details of a batch (its submitter, the operators that checked it) gives its nets: what
///         each participant sold or bought at each point and receives or pays for it, the fees of the operators. They must
///         balance. Who traded with whom stays hidden. Within the objection time any participant may object; then the batch is
///         opened in daylight and the contract computes the nets itself, or the batch is void: its points settle with the
///         retailer alone. When nothing can change any more the nets are gathered, by anyone, and the money moves. Nothing
///         settles twice. Pausing the market stops none of it.
contract NetSettlement is MarketPart, Positions {
    /// @notice Every point and participant of a trade that counts is named, also with net 0.
    struct Nets {
        uint256 batchId;
        /// Grid fees of the sides, sums over the trades; negative: the operator pays.
        int64 sellerSideFeeMicroEur;
        int64 buyerSideFeeMicroEur;
        /// 21 bytes each, ascending: point 4, participant 4, energy 5 (signed, Wh, sold positive), amount 8 (signed, micro-euro,
        /// received positive).
        bytes positions;
    }

    enum State {
        NONE,
        SETTLED,
        OBJECTED,
        CORRECTED,
        VOID
    }

    /// @dev Two slots.
    struct Settled {
        bytes32 netsHash;
        State state;
        /// End of the time for objections, once objected of the time for the answer.
        uint40 until;
        /// Participant that objected.
        uint32 objector;
        /// Participants that the fees of the sides went to. A correction is between the same ones, whoever runs the areas then.
        uint32 sellerSideOperator;
        uint32 buyerSideOperator;
    }

    /// @dev One slot.
    struct IntervalTally {
        /// Batches settled, corrected or void.
        uint32 done;
        uint32 objected;
        /// Latest end of the time for objections.
        uint40 until;
    }

    event BatchSettled(
        uint256 indexed batchId,
        uint64 indexed interval,
        address indexed settledBy,
        int64 sellerSideFeeMicroEur,
        int64 buyerSideFeeMicroEur,
        bytes positions
    );
    event BatchObjected(uint256 indexed batchId, uint64 indexed interval, address indexed objector, uint40 answerUntil);
    /// @param founded whether the nets given were wrong
    event BatchCorrected(uint256 indexed batchId, uint64 indexed interval, bool founded, Nets nets);
    event BatchVoided(uint256 indexed batchId, uint64 indexed interval);

    error DeliveryRunning(uint64 interval);
    error NotConcerned(uint256 batchId, address account);
    error BatchNotDue(uint256 batchId);
    error BatchStateInvalid(uint256 batchId, State state);
    error TooLate(uint256 batchId, uint256 until);
    error TooEarly(uint256 batchId, uint256 from);
    error PointUnknown(uint256 pointNumber);
    error NumberUnknown(uint256 participantNumber);
    error TooManyPositions(uint256 batchId, uint256 count);
    error NetsUnbalanced(int256 sumMicroEur);
    error NetsDiffer(uint256 batchId);
    error NotDaylight(address account);
    error BatchesOpen(uint64 interval, uint256 done, uint256 due);
    error ObjectionsOpen(uint64 interval, uint256 objections);
    error ObjectionTimeRunning(uint64 interval, uint256 until);

    EnergyMarket public immutable market;
    GridSupervision public immutable supervision;
    Ledger public immutable ledger;
    address public immutable daylight;
    uint32 public immutable objectionSeconds;
    uint32 public immutable settlementSeconds;
    uint64 public immutable objectionCostMicroEur;

    mapping(uint256 batchId => Settled) private _settled;
    mapping(uint64 interval => IntervalTally) private _tallies;

    constructor(
        GridSupervision supervision_,
        Ledger ledger_,
        address daylight_
    ) MarketPart(supervision_.registry(), supervision_.rules()) {
        supervision = supervision_;
        market = supervision_.market();
        ledger = ledger_;
        daylight = daylight_;
        objectionSeconds = rules.objectionSeconds();
        settlementSeconds = rules.settlementSeconds();
        objectionCostMicroEur = rules.objectionCostMicroEur();
    }

    function settledOf(uint256 batchId) external view returns (Settled memory) {
        return _settled[batchId];
    }

    function tallyOf(uint64 interval) external view returns (IntervalTally memory) {
        return _tallies[interval];
    }

    /// @notice Gives the nets of a batch after delivery, once.
    /// @dev Reverts DeliveryRunning, NotConcerned, BatchNotDue, BatchStateInvalid, TooLate, TooManyPositions, PositionsMalformed,
    ///      PositionsUnsorted, PositionsUnbalanced, NetsUnbalanced, PointUnknown, NumberUnknown.
    function settleBatch(Nets calldata nets) external {
        TradeBook.Batch memory batch = market.batch(nets.batchId);
        uint256 end = _requireDelivered(batch.interval);
        _requireConcerned(nets.batchId, batch);
        _requireState(nets.batchId, State.NONE);
        if (!supervision.isDue(nets.batchId)) revert BatchNotDue(nets.batchId);
        if (block.timestamp >= end + settlementSeconds) revert TooLate(nets.batchId, end + settlementSeconds);
        // Two a trade: what one gives is what others have to gather.
        uint256 count = nets.positions.length / BYTES_PER_POSITION;
        if (count > 2 * uint256(batch.count)) revert TooManyPositions(nets.batchId, count);

        uint40 until = uint40(block.timestamp + objectionSeconds);
        Settled memory settled = Settled({
            netsHash: keccak256(abi.encode(nets)),
            state: State.SETTLED,
            until: until,
            objector: 0,
            sellerSideOperator: registry.numberOf(registry.operatorOf(batch.sellerArea)),
            buyerSideOperator: registry.numberOf(registry.operatorOf(batch.buyerArea))
        });
        _settled[nets.batchId] = settled;
        IntervalTally storage tally = _tallies[batch.interval];
        ++tally.done;
        if (until > tally.until) tally.until = until;
        _apply(nets, batch.interval, settled, 1);
        emit BatchSettled(
            nets.batchId,
            batch.interval,
            msg.sender,
            nets.sellerSideFeeMicroEur,
            nets.buyerSideFeeMicroEur,
            nets.positions
        );
    }

    /// @notice Objects to the nets of a batch: they must be proven in daylight, or the batch is void. Costs
    ///         `objectionCostMicroEur` when they prove right.
    /// @dev Reverts NotRegistered (Registry), BatchStateInvalid, TooLate.
    function objectTo(uint256 batchId) external {
        TradeBook.Batch memory batch = market.batch(batchId);
        _requireState(batchId, State.SETTLED);
        Settled storage settled = _settled[batchId];
        if (block.timestamp >= settled.until) revert TooLate(batchId, settled.until);
        uint40 answerUntil = uint40(block.timestamp + objectionSeconds);
        (settled.state, settled.until, settled.objector) = (State.OBJECTED, answerUntil, registry.numberOf(msg.sender));
        ++_tallies[batch.interval].objected;
        emit BatchObjected(batchId, batch.interval, msg.sender, answerUntil);
    }

    /// @notice Puts what daylight showed in the place of what was given.
    /// @param posted  the nets given, to the byte
    /// @param correctNets the nets computed from the opened trades
    /// @dev Reverts NotDaylight, BatchStateInvalid, NetsDiffer.
    function correct(Nets calldata posted, Nets calldata correctNets) external {
        if (msg.sender != daylight) revert NotDaylight(msg.sender);
        TradeBook.Batch memory batch = market.batch(posted.batchId);
        _requireState(posted.batchId, State.OBJECTED);
        _requirePosted(posted);
        bytes32 correctHash = keccak256(abi.encode(correctNets));
        Settled memory settled = _settled[posted.batchId];
        bool founded = settled.netsHash != correctHash;
        (settled.state, settled.netsHash) = (State.CORRECTED, correctHash);
        _settled[posted.batchId] = settled;
        --_tallies[batch.interval].objected;
        if (founded) {
            _apply(posted, batch.interval, settled, -1);
            _apply(correctNets, batch.interval, settled, 1);
        } else {
            _charge(settled.objector, registry.numberOf(batch.submitter));
        }
        emit BatchCorrected(posted.batchId, batch.interval, founded, correctNets);
    }

    /// @notice Voids a batch whose nets nobody gave in time: it settles nothing.
    /// @dev Reverts BatchNotDue, BatchStateInvalid, TooEarly.
    function voidUnsettled(uint256 batchId) external {
        TradeBook.Batch memory batch = market.batch(batchId);
        _requireState(batchId, State.NONE);
        if (!supervision.isDue(batchId)) revert BatchNotDue(batchId);
        uint256 from = uint256(batch.interval) + intervalSeconds + settlementSeconds;
        if (block.timestamp < from) revert TooEarly(batchId, from);
        _settled[batchId].state = State.VOID;
        ++_tallies[batch.interval].done;
        emit BatchVoided(batchId, batch.interval);
    }

    /// @notice Voids a batch whose nets nobody proved in time, and takes them back.
    /// @dev Reverts BatchStateInvalid, TooEarly, NetsDiffer.
    function voidObjected(Nets calldata posted) external {
        TradeBook.Batch memory batch = market.batch(posted.batchId);
        _requireState(posted.batchId, State.OBJECTED);
        Settled storage settled = _settled[posted.batchId];
        if (block.timestamp < settled.until) revert TooEarly(posted.batchId, settled.until);
        _requirePosted(posted);
        settled.state = State.VOID;
        --_tallies[batch.interval].objected;
        _apply(posted, batch.interval, settled, -1);
        emit BatchVoided(posted.batchId, batch.interval);
    }

    /// @notice Gathers parts of what a group of points traded, once nothing can change any more: their money moves. By anyone.
    /// @return netsWh net energies of the points of the group; whole when `sheet.rest` is 0
    /// @dev Reverts SheetDiffers, and as `requireFinal`.
    function gather(uint64 interval, Sheet calldata sheet) external returns (uint256[WORDS_PER_GROUP] memory netsWh) {
        requireFinal(interval);
        netsWh = _gather(interval, sheet);
        for (uint256 i; i < sheet.parts.length; ++i) ledger.postPositions(sheet.parts[i].positions, sheet.parts[i].sign);
    }

    /// @notice Returns when nothing can change any more in what the points traded in an interval.
    /// @dev Reverts DeliveryRunning, BatchesOpen, ObjectionsOpen, ObjectionTimeRunning.
    function requireFinal(uint64 interval) public view {
        _requireDelivered(interval);
        IntervalTally memory tally = _tallies[interval];
        uint256 due = supervision.dueBatchCount(interval);
        if (tally.done != due) revert BatchesOpen(interval, tally.done, due);
        if (tally.objected != 0) revert ObjectionsOpen(interval, tally.objected);
        if (block.timestamp < tally.until) revert ObjectionTimeRunning(interval, tally.until);
    }

    /// @dev sign 1 puts the nets into force, -1 takes them back. Fees move at once, against the clearing balance.
    function _apply(Nets calldata nets, uint64 interval, Settled memory settled, int8 sign) private {
        Totals memory totals = _append(interval, nets.positions, sign);
        uint256 largestPoint = totals.lastLeg >> 32;
        if (largestPoint > registry.pointCount()) revert PointUnknown(largestPoint);
        if (totals.largestParticipant > registry.participantCount()) revert NumberUnknown(totals.largestParticipant);
        (int256 sellerSideFee, int256 buyerSideFee) = (nets.sellerSideFeeMicroEur, nets.buyerSideFeeMicroEur);
        int256 sum = totals.sumMicroEur + sellerSideFee + buyerSideFee;
        if (sum != 0) revert NetsUnbalanced(sum);
        uint32[] memory participants = new uint32[](3);
        int256[] memory amounts = new int256[](3);
        (participants[1], participants[2]) = (settled.sellerSideOperator, settled.buyerSideOperator);
        (amounts[1], amounts[2]) = (sign * sellerSideFee, sign * buyerSideFee);
        amounts[0] = -amounts[1] - amounts[2];
        ledger.post(participants, amounts);
    }

    function _charge(uint32 objector, uint32 submitter) private {
        uint32[] memory participants = new uint32[](2);
        int256[] memory amounts = new int256[](2);
        (participants[0], participants[1]) = (objector, submitter);
        amounts[1] = int256(uint256(objectionCostMicroEur));
        amounts[0] = -amounts[1];
        ledger.post(participants, amounts);
    }

    function _requireConcerned(uint256 batchId, TradeBook.Batch memory batch) private view {
        if (
            msg.sender != batch.submitter && msg.sender != registry.operatorOf(batch.sellerArea)
                && msg.sender != registry.operatorOf(batch.buyerArea)
        ) revert NotConcerned(batchId, msg.sender);
    }

    function _requireState(uint256 batchId, State state) private view {
        State found = _settled[batchId].state;
        if (found != state) revert BatchStateInvalid(batchId, found);
    }

    function _requirePosted(Nets calldata posted) private view {
        if (keccak256(abi.encode(posted)) != _settled[posted.batchId].netsHash) revert NetsDiffer(posted.batchId);
    }

    /// @return end end of delivery, Unix seconds
    function _requireDelivered(uint64 interval) private view returns (uint256 end) {
        _requireInterval(interval);
        end = uint256(interval) + intervalSeconds;
        if (block.timestamp < end) revert DeliveryRunning(interval);
    }
}
