// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Decision} from "./Decision.sol";
import {EnergyMarket} from "./EnergyMarket.sol";
import {MarketPart} from "./MarketPart.sol";
import {TradeBook} from "./market/TradeBook.sol";
import {Roles} from "./Roles.sol";

/// @title What the grid operators said of each trade before its gate closed
/// @notice A batch inside one grid area has one side, a batch between two areas has two; the operator of an area speaks for
///         its side, and one that runs both areas speaks for both. A trade settles only when every side accepted or reduced it; silence at the gate is a hold.
///         A decision is final, a hold may be replaced. Decision and reason are public; energy and fee stand in an envelope
///         for those concerned and are bound by a digest, so that they can be proven (Daylight).
contract GridSupervision is MarketPart {
    /// @notice Verdicts on trades of one batch.
    struct Round {
        uint256 batchId;
        /// 5 bytes each: place in the batch 2, decision 1 (1 accepted, 2 reduced, 3 rejected, 4 held), reason code 2.
        bytes decisions;
        /// Chain over `entryHash` of each decision, in order, from 0.
        bytes32 digest;
        /// Energy, fee and evidence of each decision, encrypted (bindings/sealing.ts); in the clear where the trades are public.
        bytes envelope;
    }

    /// @dev One slot a batch.
    struct Tally {
        /// Trades a side lets settle: [seller's area, buyer's area].
        uint16[2] settleable;
        bool twoSided;
    }

    event VerdictsGiven(
        uint256 indexed batchId,
        uint64 indexed interval,
        address indexed operator,
        bytes decisions,
        bytes32 digest,
        bytes envelope
    );

    error NotOperator(uint256 batchId, address account);
    error RoundEmpty(uint256 batchId);
    error DecisionsMalformed(uint256 batchId, uint256 bytesGiven);
    error TradeUnknown(uint256 batchId, uint256 index);
    error DecisionInvalid(uint256 batchId, uint256 index, uint8 decision);
    error VerdictFinal(uint256 batchId, uint256 index, uint8 decision);

    uint256 internal constant BYTES_PER_DECISION = 5;

    EnergyMarket public immutable market;

    /// @notice Number of batches of an interval in which every side lets some trade settle.
    mapping(uint64 interval => uint256) public dueBatchCount;

    mapping(uint256 batchId => Tally) private _tallies;
    /// @dev Chain over the digests of the rounds.
    mapping(uint256 batchId => mapping(uint256 side => bytes32)) private _digests;
    /// @dev Two bits a trade, 128 trades a slot: 0 none or held.
    mapping(uint256 batchId => mapping(uint256 word => uint256)) private _decisions;

    constructor(EnergyMarket market_) MarketPart(market_.registry(), market_.rules()) {
        market = market_;
    }

    /// @notice Gives verdicts on trades before the gate of their interval. All or nothing.
    /// @dev Reverts NotOperator (also suspended, or its role revoked), GateClosed, BatchUnknown, RoundEmpty, DecisionsMalformed,
    ///      TradeUnknown, DecisionInvalid, VerdictFinal.
    function giveVerdicts(Round[] calldata rounds) external {
        for (uint256 i; i < rounds.length; ++i) _give(rounds[i]);
    }

    /// @notice What a side said of a trade: 0 nothing or held, else the decision.
    /// @param side 0 the seller's area (or the only one), 1 the buyer's
    function decisionOf(uint256 batchId, uint256 index, uint256 side) public view returns (uint8) {
        return uint8((_decisions[batchId][_word(index, side)] >> ((index & 127) << 1)) & 3);
    }

    /// @notice Chain over the digests of all rounds of a side.
    function digestOf(uint256 batchId, uint256 side) external view returns (bytes32) {
        return _digests[batchId][side];
    }

    function tallyOf(uint256 batchId) external view returns (Tally memory) {
        return _tallies[batchId];
    }

    /// @notice Whether some trade of the batch may settle.
    function isDue(uint256 batchId) public view returns (bool) {
        Tally memory tally = _tallies[batchId];
        return tally.settleable[0] > 0 && (tally.settleable[1] > 0 || !tally.twoSided);
    }

    /// @notice What a round's digest is a chain over.
    function entryHash(
        uint256 index,
        uint8 decision,
        uint16 reasonCode,
        uint40 energyWh,
        int40 feeMicroEur,
        bytes32 evidence
    ) public pure returns (bytes32) {
        return keccak256(abi.encodePacked(uint16(index), decision, reasonCode, energyWh, feeMicroEur, evidence));
    }

    function _give(Round calldata round) private {
        TradeBook.Batch memory batch = market.batch(round.batchId);
        _requireBeforeGate(batch.interval);
        bool wasDue = isDue(round.batchId);
        bool twoSided = batch.sellerArea != batch.buyerArea;
        bool speaks = registry.operatorOf(batch.sellerArea) == msg.sender;
        if (speaks) _record(round, 0, batch.count);
        if (twoSided) {
            _tallies[round.batchId].twoSided = true;
            if (registry.operatorOf(batch.buyerArea) == msg.sender) {
                speaks = true;
                _record(round, 1, batch.count);
            }
        }
        // An area keeps its operator when the role is revoked, until it is assigned anew.
        if (!speaks || !registry.holds(msg.sender, Roles.DSO | Roles.TSO)) revert NotOperator(round.batchId, msg.sender);
        if (!wasDue && isDue(round.batchId)) ++dueBatchCount[batch.interval];
        emit VerdictsGiven(round.batchId, batch.interval, msg.sender, round.decisions, round.digest, round.envelope);
    }

    function _record(Round calldata round, uint256 side, uint256 count) private {
        bytes calldata decisions = round.decisions;
        if (decisions.length == 0) revert RoundEmpty(round.batchId);
        if (decisions.length % BYTES_PER_DECISION != 0) revert DecisionsMalformed(round.batchId, decisions.length);
        mapping(uint256 word => uint256) storage words = _decisions[round.batchId];
        uint256 settleable;
        uint256 word = type(uint256).max;
        uint256 bits;
        uint256 length = decisions.length;
        unchecked {
            // Offsets stay below the length of the call; 1,024 trades are counted at most.
            for (uint256 offset; offset < length; offset += BYTES_PER_DECISION) {
                (uint256 index, uint256 decision) = _decisionAt(decisions, offset);
                if (index >= count) revert TradeUnknown(round.batchId, index);
                if (decision == 0 || decision > Decision.HELD) revert DecisionInvalid(round.batchId, index, uint8(decision));
                if (_word(index, side) != word) {
                    if (word != type(uint256).max) words[word] = bits;
                    word = _word(index, side);
                    bits = words[word];
                }
                uint256 shift = (index & 127) << 1;
                uint256 before = (bits >> shift) & 3;
                if (before != 0) revert VerdictFinal(round.batchId, index, uint8(before));
                if (decision == Decision.HELD) continue;
                bits |= decision << shift;
                if (decision <= Decision.REDUCED) ++settleable;
            }
        }
        words[word] = bits;
        if (settleable > 0) _tallies[round.batchId].settleable[side] += uint16(settleable);
        _digests[round.batchId][side] = keccak256(abi.encode(_digests[round.batchId][side], round.digest));
    }

    /// @dev The caller has checked that five bytes stand there.
    function _decisionAt(bytes calldata decisions, uint256 offset) private pure returns (uint256 index, uint256 decision) {
        assembly {
            let word := calldataload(add(decisions.offset, offset))
            index := shr(240, word)
            decision := byte(2, word)
        }
    }

    function _word(uint256 index, uint256 side) private pure returns (uint256) {
        return (side << 8) | (index >> 7);
    }
}
